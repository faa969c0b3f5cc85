package dev.plumbline.controller.run;

import org.jspecify.annotations.Nullable;

/** A run, seen from the one who asked for it. */
public final class RunHandle {
  private @Nullable Thread thread;
  private boolean left;
  private boolean begun;

  RunHandle() {}

  synchronized void start(Runnable run) {
    thread = Thread.ofVirtual().name("run").start(run);
  }

  /**
   * From now on the run goes to its end whether or not somebody waits for it.
   *
   * @return whether somebody did until now
   */
  synchronized boolean begin() {
    begun = !left;
    return begun;
  }

  /** The caller has gone: an apply that has begun goes on, everything else ends. */
  public synchronized void callerLeft() {
    left = true;
    if (!begun && thread != null) {
      thread.interrupt();
    }
  }
}
