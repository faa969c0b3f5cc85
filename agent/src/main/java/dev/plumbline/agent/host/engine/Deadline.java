package dev.plumbline.agent.host.engine;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** Closes a connection that takes too long, so that whoever reads from it gets an exception. */
final class Deadline implements AutoCloseable {
  private final Thread clock;
  private volatile boolean passed;

  private Deadline(Duration limit, Closeable connection) {
    this.clock = Thread.ofVirtual().start(() -> await(limit, connection));
  }

  static Deadline on(Closeable connection, Duration limit) {
    return new Deadline(limit, connection);
  }

  /** Whether that is why reading failed. */
  boolean passed() {
    return passed;
  }

  private void await(Duration limit, Closeable connection) {
    try {
      Thread.sleep(limit);
      passed = true;
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // It was in time.
    } catch (IOException e) {
      passed = true; // Whoever reads from it gets the exception too.
    }
  }

  @Override
  public void close() {
    clock.interrupt();
  }
}
