package dev.plumbline.controller.rpc.agents;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something holds, or gives back what it saw last. */
public final class Eventually {
  private static final int TIMES = 600;
  private static final long PAUSE_MS = 50;

  private Eventually() {}

  public static <T> T get(Supplier<T> look, Predicate<T> holds) {
    T seen = look.get();
    for (int i = 0; i < TIMES && !holds.test(seen); i++) {
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      seen = look.get();
    }
    return seen;
  }
}
