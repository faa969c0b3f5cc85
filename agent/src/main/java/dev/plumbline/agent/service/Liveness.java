package dev.plumbline.agent.service;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether the threads that matter are alive and the stream loop still turns. */
public final class Liveness implements BooleanSupplier {
  private final List<Thread> threads;
  private final LongSupplier beats;
  private final Duration longest;
  private final LongSupplier nanos;
  private long last;
  private long since;

  /**
   * @param beats grows while the stream loop turns
   * @param longest how long it may stand still
   */
  public Liveness(List<Thread> threads, LongSupplier beats, Duration longest, LongSupplier nanos) {
    this.threads = List.copyOf(threads);
    this.beats = beats;
    this.longest = longest;
    this.nanos = nanos;
    this.last = beats.getAsLong();
    this.since = nanos.getAsLong();
  }

  @Override
  public synchronized boolean getAsBoolean() {
    long now = nanos.getAsLong();
    if (beats.getAsLong() != last) {
      last = beats.getAsLong();
      since = now;
    }
    return threads.stream().allMatch(Thread::isAlive) && now - since < longest.toNanos();
  }
}
