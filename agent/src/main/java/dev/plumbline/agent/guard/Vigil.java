package dev.plumbline.agent.guard;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a guard that waits to be confirmed and the link to the controller have to say to each other.
 */
public final class Vigil {
  private final GuardListener controller;
  private final LongSupplier nanos;
  private Runnable redial = () -> {};
  private @Nullable Watch watch;

  /**
   * @param controller tells the controller
   * @param nanos monotonic time
   */
  public Vigil(GuardListener controller, LongSupplier nanos) {
    this.controller = controller;
    this.nanos = nanos;
  }

  /**
   * @param call ends the connection to the controller, so that a new one is made; may block shortly
   */
  public synchronized void redialWith(Runnable call) {
    redial = call;
  }

  /** A change begins that may cut the node off. */
  void guarding(String request, Duration within) {
    controller.guarding(request, within);
  }

  /** Whether a guard waits: then there is no time to lose. */
  public synchronized boolean isKept() {
    return watch != null;
  }

  /** A connection that was dialled anew stands. */
  public void connected() {
    Watch kept;
    synchronized (this) {
      kept = watch;
      if (kept == null) {
        return;
      }
      kept.connected = true;
    }
    controller.armed(
        new Announcement(
            kept.request,
            kept.guard,
            Duration.ofNanos(Math.max(0, kept.deadline - nanos.getAsLong())),
            kept.listening));
  }

  /** A connection ended or could not be made. */
  public synchronized void disconnected(String why) {
    if (watch != null) {
      watch.disconnected = why;
    }
  }

  /** The controller says that the change may stay. */
  public synchronized void confirmed(String guard) {
    if (watch != null && watch.guard.equals(guard)) {
      watch.confirmed = true;
      notifyAll();
    }
  }

  /** The controller says why it does not confirm the change so far. */
  public synchronized void doubted(String guard, String why) {
    if (watch != null && watch.guard.equals(guard)) {
      watch.doubt = why;
    }
  }

  /**
   * Begins to wait, over a new connection.
   *
   * @param deadline on the monotonic clock
   */
  public Watch begin(String request, String guard, List<Listening> listening, long deadline) {
    Watch begun = new Watch(request, guard, listening, deadline);
    Runnable call;
    synchronized (this) {
      watch = begun;
      call = redial;
    }
    call.run();
    return begun;
  }

  /** One guard that waits. */
  public final class Watch implements AutoCloseable {
    private final String request;
    private final String guard;
    private final List<Listening> listening;
    private final long deadline;
    private boolean connected;
    private boolean confirmed;
    private String disconnected = "";
    private String doubt = "";

    private Watch(String request, String guard, List<Listening> listening, long deadline) {
      this.request = request;
      this.guard = guard;
      this.listening = List.copyOf(listening);
      this.deadline = deadline;
    }

    /** Waits for the confirmation, at most that long; whether it has come. */
    public boolean confirmed(Duration atMost) throws InterruptedException {
      long until = nanos.getAsLong() + atMost.toNanos();
      synchronized (Vigil.this) {
        while (!confirmed) {
          long left = (until - nanos.getAsLong()) / 1_000_000;
          if (left <= 0) {
            return false;
          }
          Vigil.this.wait(left);
        }
        return true;
      }
    }

    /** Why there is no confirmation. */
    public String why() {
      synchronized (Vigil.this) {
        if (!doubt.isEmpty()) {
          return doubt;
        }
        if (connected) {
          return "the controller did not confirm it";
        }
        return "the agent could not reach the controller again"
            + (disconnected.isEmpty() ? "" : " (" + disconnected + ")");
      }
    }

    @Override
    public void close() {
      synchronized (Vigil.this) {
        watch = null;
      }
    }
  }
}
