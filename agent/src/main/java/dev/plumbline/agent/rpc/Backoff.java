package dev.plumbline.agent.rpc;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts to connect: random between nothing and a bound that doubles up to a cap
 * ("full jitter"), so that agents that lost their controller together do not come back together.
 */
final class Backoff {
  private static final long FIRST = 200;
  private final RandomGenerator random;
  private long cap = 5_000;
  private long bound = FIRST;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The longest pause, as the controller wants it. */
  void cap(Duration longest) {
    cap = Math.max(1, longest.toMillis());
  }

  Duration next() {
    Duration pause = Duration.ofMillis(random.nextLong(Math.min(bound, cap) + 1));
    bound = Math.min(bound * 2, cap);
    return pause;
  }

  /** A session was there; the next loss starts anew. */
  void reset() {
    bound = FIRST;
  }
}
