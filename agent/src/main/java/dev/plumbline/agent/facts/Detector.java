package dev.plumbline.agent.facts;

import java.io.IOException;

/** Finds the facts of one subject. */
@FunctionalInterface
interface Detector {
  /**
   * @throws IOException if the machine does not let itself be read; what it does not have is left
   *     out
   */
  void detect(Root root, Sink sink) throws IOException;

  /** Takes facts. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param name dotted, for example {@code memory.total_bytes}
     */
    void fact(String name, Object value);
  }
}
