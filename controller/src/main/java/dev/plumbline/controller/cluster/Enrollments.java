package dev.plumbline.controller.cluster;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Which agents were given a certificate a moment ago, and are on their way. */
public final class Enrollments {
  private final LongSupplier ticker;
  private final Map<String, Long> signed = new ConcurrentHashMap<>();

  /**
   * @param ticker monotonic time in nanoseconds
   */
  public Enrollments(LongSupplier ticker) {
    this.ticker = ticker;
  }

  public void signed(String node) {
    signed.put(node, ticker.getAsLong());
  }

  /** When a node's agent was given its certificate by this process. */
  public OptionalLong of(String node) {
    Long at = signed.get(node);
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }
}
