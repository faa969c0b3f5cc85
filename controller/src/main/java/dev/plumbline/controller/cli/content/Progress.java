package dev.plumbline.controller.cli.content;

/** Hears how far something is. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (what, done, total) -> {};

  /**
   * @param what as a sentence begins: {@code reading}, {@code sending}
   * @param done bytes so far
   * @param total bytes in all
   */
  void at(String what, long done, long total);
}
