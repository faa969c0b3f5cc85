package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.JobScreen;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.job.JobEvent;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Comes back to a job when the controller went away: it starts anew, and the job with it. */
final class JobReturn {
  private static final long PAUSE_MS = 500;
  private static final long PATIENCE_MS = 300_000;

  private final Invocation invocation;
  private final JobScreen screen;

  JobReturn(Invocation invocation, JobScreen screen) {
    this.invocation = invocation;
    this.screen = screen;
  }

  /**
   * Follows a job until it is over.
   *
   * @param logOffset where its log goes on
   * @throws Trouble if no controller can be had for minutes; exit code 125
   */
  void follow(long job, LongSupplier logOffset, Consumer<JobEvent> events, BooleanSupplier over) {
    LongSupplier clock = invocation.surroundings().monotonicMs();
    long since = clock.getAsLong();
    if (!over.getAsBoolean()) {
      screen.say("the controller went away; coming back to job " + job);
    }
    while (!over.getAsBoolean()) {
      try {
        invocation.controller().jobs().follow(job, logOffset.getAsLong(), true, events);
        since = clock.getAsLong();
      } catch (ControllerException | Trouble e) {
        if (e instanceof ControllerException refusal
            && refusal.reason() == ControllerException.Reason.REFUSED) {
          throw Trouble.of(String.valueOf(refusal.getMessage()), refusal.remedy(), refusal)
              .withExitCode(ExitCode.LOST);
        }
        if (clock.getAsLong() - since > PATIENCE_MS) {
          throw Trouble.of(
                  "the controller stays away, and nobody can say how job " + job + " ended",
                  "look for it with 'plumb job " + job + "'")
              .withExitCode(ExitCode.LOST);
        }
      }
      if (!over.getAsBoolean()) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.of("interrupted while the controller was away", "", e)
          .withExitCode(ExitCode.LOST);
    }
  }
}
