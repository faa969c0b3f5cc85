package dev.plumbline.agent.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Feeds systemd's watchdog for as long as the agent is well. */
public final class Watchdog implements Runnable {
  private static final System.Logger LOG = System.getLogger(Watchdog.class.getName());
  private final NotifySocket socket;
  private final Duration pause;
  private final BooleanSupplier well;

  /**
   * @param within systemd restarts the agent if it hears nothing for that long
   * @param well asked each time; not well means that systemd hears nothing
   */
  public Watchdog(NotifySocket socket, Duration within, BooleanSupplier well) {
    this.socket = socket;
    this.pause = within.dividedBy(3);
    this.well = well;
  }

  /**
   * How soon systemd wants to hear from us.
   *
   * @param microseconds what WATCHDOG_USEC holds
   */
  public static Optional<Duration> within(Optional<String> microseconds) {
    return microseconds
        .filter(text -> !text.isEmpty())
        .map(text -> Duration.ofNanos(Long.parseLong(text) * 1000));
  }

  @Override
  public void run() {
    try {
      while (true) {
        feed();
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void feed() {
    if (!well.getAsBoolean()) {
      LOG.log(System.Logger.Level.ERROR, "the agent is stuck; systemd will restart it");
      return;
    }
    try {
      socket.send("WATCHDOG=1");
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "systemd does not hear us: {0}", e.getMessage());
    }
  }
}
