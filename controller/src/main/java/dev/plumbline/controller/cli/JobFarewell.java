package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.JobScreen;
import java.io.PrintStream;

/**
 * On Ctrl-C, says that a job goes on without us, how to come back and how to end it, and ends with
 * 0. Before there is a job, Ctrl-C ends the command as usual, and nothing runs.
 */
final class JobFarewell implements AutoCloseable {
  private final Thread onExit;
  private volatile long job;

  JobFarewell(Invocation invocation, JobScreen screen) {
    PrintStream err = invocation.output().err();
    PrintStream out = invocation.output().out();
    this.onExit =
        Thread.ofPlatform()
            .name("farewell")
            .unstarted(() -> {
              if (job > 0) {
                screen.calm();
                out.flush();
                err.println(text(job));
                err.flush();
                Runtime.getRuntime().halt(ExitCode.CONVERGED);
              }
            });
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  static String text(long job) {
    return "plumb: job "
        + job
        + " goes on; come back with 'plumb logs -f "
        + job
        + "', end it with 'plumb cancel "
        + job
        + "'";
  }

  void runs(long number) {
    job = number;
  }

  @Override
  public void close() {
    job = 0;
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException _) {
      // The process is ending, and the hook is done.
    }
  }
}
