package dev.plumbline.agent.job.content;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.util.List;

/** Carries bytes between the controller and this node. */
public interface Courier {
  /** A content on its way to this node; takes its bytes in their order. */
  interface Intake {
    Content content();

    /** How many bytes have come. */
    long have();

    /**
     * Takes the next bytes; with the last of them the content is whole.
     *
     * @throws Failure if they are not those of the content
     */
    void write(byte[] bytes) throws IOException, Failure;
  }

  /** Gives bytes from any place. */
  @FunctionalInterface
  interface Source {
    /** At most {@code most} bytes; fewer or none at the end. */
    byte[] read(long offset, int most) throws IOException;
  }

  /**
   * Brings what contents lack, one after the other. Waits while there is no connection, and goes on
   * after a connection was lost.
   *
   * @throws Failure if the controller refuses, or the bytes cannot be written
   */
  void fetch(List<? extends Intake> wanted) throws Failure, InterruptedException;

  /**
   * Brings a content to the controller, or so much of it as is not there. Waits as {@link #fetch}.
   *
   * @throws Failure if the controller refuses, or the bytes cannot be read
   */
  void deliver(Content content, Source source) throws Failure, InterruptedException;
}
