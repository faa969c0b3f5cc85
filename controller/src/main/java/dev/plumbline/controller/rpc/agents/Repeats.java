package dev.plumbline.controller.rpc.agents;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Lets a line through, and then for a while no other like it: who is refused comes again every few
 * seconds.
 */
public final class Repeats implements Consumer<String> {
  private static final Duration WHILE = Duration.ofMinutes(10);
  private static final int REMEMBERED = 1_000;

  private final Consumer<String> log;
  private final LongSupplier ticker;
  private final Map<String, Long> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param ticker monotonic time in nanoseconds
   */
  public Repeats(Consumer<String> log, LongSupplier ticker) {
    this.log = log;
    this.ticker = ticker;
  }

  @Override
  public void accept(String line) {
    long now = ticker.getAsLong();
    synchronized (told) {
      Long before = told.get(line);
      if (before != null && now - before < WHILE.toNanos()) {
        return;
      }
      told.put(line, now);
    }
    log.accept(line);
  }
}
