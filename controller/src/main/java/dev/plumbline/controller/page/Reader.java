package dev.plumbline.controller.page;

/** Who reads a page. Never blocks. */
public interface Reader {
  void piece(byte[] data);

  /** Whether most of what came was read. */
  boolean hasRoom();

  /** That was all. */
  void complete();

  /**
   * There is no page, or no more of it.
   *
   * @param why one line for a person
   */
  void failed(String why);
}
