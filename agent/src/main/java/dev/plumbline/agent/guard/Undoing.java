package dev.plumbline.agent.guard;

import dev.plumbline.agent.engine.Guarding;
import dev.plumbline.resources.Failure;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Has changes undone, and waits until they are. */
final class Undoing {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration LATE = Duration.ofSeconds(5);
  private static final long LOOK_MS = 50;
  private static final String REMEDY =
      "correct the inventory; a node that nobody else can reach at that address says 'confirm:"
          + " link' there";
  private final GuardUnits units;
  private final LongSupplier nanos;

  Undoing(GuardUnits units, LongSupplier nanos) {
    this.units = units;
    this.nanos = nanos;
  }

  void arm(GuardFolder folder, Duration within) throws Failure {
    units.arm(folder.id(), folder.script(), within);
  }

  /** What was changed stays; its timer has nothing left to do. */
  void disarm(GuardFolder folder) throws Failure {
    units.disarm(folder.id());
  }

  /** Undoes what is not undone yet. */
  Guarding.RolledBack now(GuardFolder folder, String how) {
    return ended(
        folder,
        how,
        () -> {
          if (folder.mark() == Mark.PENDING) {
            units.run(folder.id(), folder.script(), RestoreScript.ONCE);
          }
          finish(folder, LONGEST);
        });
  }

  /** Lets the timer undo it, whose time has come. */
  Guarding.RolledBack byTimer(GuardFolder folder, String how) {
    return ended(
        folder,
        how,
        () -> {
          await(folder, LATE, Mark.PENDING);
          finish(folder, LONGEST);
        });
  }

  /** Undoes it although that was done before: the change went on meanwhile. */
  Guarding.RolledBack again(GuardFolder folder, String how) {
    return ended(
        folder,
        how,
        () -> {
          await(folder, LONGEST, Mark.RESTORING);
          units.run(folder.id(), folder.script(), RestoreScript.AGAIN);
        });
  }

  private void finish(GuardFolder folder, Duration patience) throws Failure {
    await(folder, patience, Mark.RESTORING);
    if (folder.mark() != Mark.RESTORED) {
      units.run(folder.id(), folder.script(), RestoreScript.AGAIN);
    }
  }

  /** Waits as long as it stands so. */
  private void await(GuardFolder folder, Duration patience, Mark standing) throws Failure {
    long until = nanos.getAsLong() + patience.toNanos();
    while (folder.mark() == standing && nanos.getAsLong() < until) {
      try {
        Thread.sleep(LOOK_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure("interrupted while a change was undone", "apply again", e);
      }
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Failure;
  }

  private Guarding.RolledBack ended(GuardFolder folder, String how, Work work) {
    try {
      work.run();
      units.disarm(folder.id());
      List<String> trouble = folder.trouble();
      if (trouble.isEmpty() && folder.mark() == Mark.RESTORED) {
        return new Guarding.RolledBack(how, REMEDY);
      }
      return new Guarding.RolledBack(
          how + "; not all could be put back: " + String.join(", ", trouble),
          "put it right on the node; " + folder.path() + " holds the files as they were");
    } catch (Failure failure) {
      return new Guarding.RolledBack(
          how + "; whether all was put back is not known: " + failure.getMessage(),
          failure.remedy());
    }
  }
}
