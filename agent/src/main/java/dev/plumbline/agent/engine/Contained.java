package dev.plumbline.agent.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;

/** Runs the code of a resource type, and turns whatever it throws into a {@link Failure}. */
final class Contained {
  private static final System.Logger LOG = System.getLogger(Contained.class.getName());

  private Contained() {}

  /** Code of a resource type. */
  @FunctionalInterface
  interface Code<T> {
    T run() throws Failure;
  }

  /**
   * Runs {@code code}.
   *
   * @param what what it does, for the message: "observing"
   */
  static <T> T run(String what, ResourceId id, Code<T> code) throws Failure {
    try {
      return code.run();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.log(System.Logger.Level.ERROR, what + " " + id + " met a defect", e);
      String message = e.getMessage() == null ? "" : ": " + e.getMessage();
      throw new Failure(
          what + " " + id + " ended in " + e.getClass().getSimpleName() + message,
          "this is a defect of Plumbline: report it with the output of 'journalctl -u plumbline-agent' on the node",
          e);
    }
  }
}
