package dev.plumbline.agent.guard;

import dev.plumbline.agent.engine.Guarding;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.guard.Guard;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A guard that is armed: waits to be confirmed, or puts everything back. */
final class ArmedGuard implements Guarding.Armed {
  private static final System.Logger LOG = System.getLogger(ArmedGuard.class.getName());
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final long SECOND = 1_000_000_000;
  private final String request;
  private final GuardFolder folder;
  private final Guard guard;
  private final long deadline;
  private final Progress progress;
  private final NodeGuards.Tools tools;

  ArmedGuard(
      String request,
      GuardFolder folder,
      Guard guard,
      long deadline,
      Progress progress,
      NodeGuards.Tools tools) {
    this.request = request;
    this.folder = folder;
    this.guard = guard;
    this.deadline = deadline;
    this.progress = progress;
    this.tools = tools;
  }

  @Override
  public Guarding.RolledBack rollBack() {
    return folder.mark() == Mark.PENDING
        ? tools.undoing().now(folder, "at once")
        : tools.undoing().again(folder, after(", while it was being changed"));
  }

  @Override
  public Optional<Guarding.RolledBack> confirm() {
    if (folder.mark() != Mark.PENDING) {
      return Optional.of(tools.undoing().again(folder, after(", while it was being changed")));
    }
    try {
      String why = waitFor();
      return why.isEmpty()
          ? Optional.empty()
          : Optional.of(tools.undoing().byTimer(folder, after(": " + why)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(tools.undoing().now(folder, "because the agent was interrupted"));
    } catch (Failure failure) {
      return Optional.of(tools.undoing().now(folder, "at once: " + failure.getMessage()));
    }
  }

  private String after(String why) {
    return "after " + guard.within().toSeconds() + " s" + why;
  }

  /** Empty when it was confirmed, else why it was not. */
  private String waitFor() throws InterruptedException, Failure {
    while (true) {
      try (Listeners listeners = Listeners.open(guard.addresses(), tools.random())) {
        return waitFor(listeners);
      } catch (IOException e) {
        // An address comes a moment after the change, or never.
        if (isOver()) {
          return String.valueOf(e.getMessage());
        }
        Thread.sleep(LOOK);
      }
    }
  }

  private String waitFor(Listeners listeners) throws InterruptedException, Failure {
    try (Vigil.Watch watch = tools.vigil().begin(request, folder.id(), listeners.all(), deadline)) {
      long said = Long.MAX_VALUE;
      while (!isOver()) {
        long left = (deadline - tools.nanos().getAsLong() + SECOND - 1) / SECOND;
        if (left < said) {
          said = left;
          progress.now("waiting for confirmation, rolls back in " + left + " s");
        }
        if (watch.confirmed(LOOK)) {
          return stays() ? "" : "the confirmation came too late";
        }
      }
      return watch.why();
    }
  }

  private boolean isOver() {
    return tools.nanos().getAsLong() >= deadline || folder.mark() != Mark.PENDING;
  }

  private boolean stays() throws Failure {
    if (!folder.confirm()) {
      return false;
    }
    try {
      tools.undoing().disarm(folder);
    } catch (Failure failure) {
      // It will find the mark gone, and do nothing.
      LOG.log(System.Logger.Level.WARNING, "a timer still runs: {0}", failure.getMessage());
    }
    return true;
  }
}
