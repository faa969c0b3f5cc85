package dev.plumbline.agent.host.engine;

import dev.plumbline.resources.Failure;
import java.time.Duration;

/** Waits for the engine, which does not say when it is done. */
final class Waiting {
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private Waiting() {}

  /** Something that may become true. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Failure;
  }

  /** Whether the condition came to hold in time. */
  static boolean within(Duration limit, Condition condition) throws Failure {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      try {
        Thread.sleep(BETWEEN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure("interrupted while waiting for the Docker engine", "try again", e);
      }
    }
    return true;
  }
}
