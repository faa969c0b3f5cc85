package dev.plumbline.agent.page;

/** Where the answer of a page goes. */
public interface Answer {
  /**
   * Takes a piece when there is room for it.
   *
   * @return false if nobody wants more
   */
  boolean piece(byte[] data, int length) throws InterruptedException;

  /**
   * @param action what is done as soon as nobody wants more, or the answer is complete
   */
  void whenOver(Runnable action);
}
