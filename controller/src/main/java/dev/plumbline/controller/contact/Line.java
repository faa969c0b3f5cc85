package dev.plumbline.controller.contact;

import java.io.IOException;
import java.time.Duration;

/** A way to run commands on one node, open until it is closed. */
interface Line extends AutoCloseable {
  /**
   * Runs a command as the user who logged in.
   *
   * @param command for the user's shell
   */
  Finished run(String command, Feed stdin, Duration timeout)
      throws IOException, InterruptedException, ContactException;

  /** What the node said about itself when the line was opened. */
  Probe probe();

  @Override
  void close();
}
