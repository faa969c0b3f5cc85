package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.JobJson;
import dev.plumbline.controller.cli.render.JobLabel;
import dev.plumbline.controller.cli.screen.JobScreen;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.job.JobEvent;
import dev.plumbline.controller.client.job.JobLine;
import dev.plumbline.controller.client.job.Jobs;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code plumb logs}: prints what a job wrote. */
final class LogsVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    Jobs jobs = invocation.controller().jobs();
    long named = JobIds.of(invocation);
    long job = named == JobIds.NEWEST ? jobs.get(named).id() : named;
    JobScreen screen = JobScreens.of(invocation);
    Lines lines = new Lines(invocation, screen);
    if (!invocation.has(Commands.FOLLOW)) {
      jobs.follow(job, 0, false, lines);
      return ExitCode.CONVERGED;
    }
    try (JobFarewell farewell = new JobFarewell(invocation, screen)) {
      farewell.runs(job);
      try {
        jobs.follow(job, 0, true, lines);
      } catch (ControllerException e) {
        if (e.reason() != ControllerException.Reason.LOST) {
          throw e;
        }
      }
      new JobReturn(invocation, screen).follow(job, () -> lines.offset, lines, () -> lines.over);
    }
    return ExitCode.CONVERGED;
  }

  /** Prints those lines that are wanted. */
  private static final class Lines implements Consumer<JobEvent> {
    private final Invocation invocation;
    private final JobScreen screen;
    private final Optional<Integer> rank;
    private final Optional<String> node;
    private long offset;
    private boolean over;

    Lines(Invocation invocation, JobScreen screen) {
      this.invocation = invocation;
      this.screen = screen;
      this.rank = invocation.arguments().value(Commands.RANK).map(Lines::number);
      this.node = invocation.arguments().value(Commands.NODE);
    }

    private static int number(String text) {
      if (!text.matches("\\d{1,6}")) {
        throw Trouble.of("--rank needs the number of a rank, not '" + text + "'", "");
      }
      return Integer.parseInt(text);
    }

    @Override
    public void accept(JobEvent event) {
      switch (event) {
        case JobEvent.Output output -> {
          offset = output.line().nextOffset();
          print(output.line());
        }
        case JobEvent.Done _ -> over = true;
        case JobEvent.Refused _ -> over = true;
        case JobEvent.State state -> over |= state.state().phase().isOver();
        case JobEvent.Transfer _ -> {
          // Not what was written.
        }
      }
    }

    private void print(JobLine line) {
      boolean wanted =
          rank.map(number -> number == line.rank()).orElse(true)
              && node.map(name -> name.equals(line.node())).orElse(true);
      if (!wanted) {
        return;
      }
      Output output = invocation.output();
      if (output.json()) {
        output.json(JobJson.line(line));
        output.out().flush();
      } else {
        screen.program(JobLabel.line(line, output.ink()), line.error());
      }
    }
  }
}
