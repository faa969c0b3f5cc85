package dev.plumbline.agent.job.content;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.resources.Failure;
import java.io.IOException;

/** Carries bytes between the controller and this node. */
public interface Courier {
  /** Takes bytes in their order. */
  @FunctionalInterface
  interface Sink {
    void write(byte[] bytes) throws IOException;
  }

  /** Gives bytes from any place. */
  @FunctionalInterface
  interface Source {
    /** At most {@code most} bytes; fewer or none at the end. */
    byte[] read(long offset, int most) throws IOException;
  }

  /**
   * Brings the bytes of a content from an offset on. Waits while there is no connection, and goes
   * on after a connection was lost.
   *
   * @throws Failure if the controller refuses, or the bytes cannot be written
   */
  void fetch(Content content, long offset, Sink sink) throws Failure, InterruptedException;

  /**
   * Brings a content to the controller, or so much of it as is not there. Waits as {@link #fetch}.
   *
   * @throws Failure if the controller refuses, or the bytes cannot be read
   */
  void deliver(Content content, Source source) throws Failure, InterruptedException;
}
