package dev.plumbline.controller.page;

/** Who brings a page. Never blocks. */
public interface Source {
  /** There is room for one more piece. */
  void more();

  /** Nobody wants more. */
  void stop();
}
