package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.JobJson;
import dev.plumbline.controller.cli.json.Json;
import dev.plumbline.controller.cli.render.Amount;
import dev.plumbline.controller.cli.render.JobEndText;
import dev.plumbline.controller.cli.render.JobLabel;
import dev.plumbline.controller.cli.render.Printable;
import dev.plumbline.controller.cli.screen.JobScreen;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.job.JobEvent;
import dev.plumbline.controller.client.job.JobPhase;
import dev.plumbline.controller.client.job.JobProblem;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.JobState;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.job.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows a job as it goes, and remembers how it ended. */
final class JobFollower implements Consumer<JobEvent> {
  private final Invocation invocation;
  private final JobScreen screen;
  private final JobFarewell farewell;
  private final List<JobProblem> problems = new ArrayList<>();
  private Optional<JobRecord> record = Optional.empty();
  private Optional<JobState> state = Optional.empty();
  private boolean refused;
  private long job;
  private long logOffset;

  JobFollower(Invocation invocation, JobScreen screen, JobFarewell farewell) {
    this.invocation = invocation;
    this.screen = screen;
    this.farewell = farewell;
  }

  /** Runs a job to its end. */
  int run(Jobs jobs, RunRequest request) {
    try {
      jobs.run(request, this);
    } catch (ControllerException e) {
      if (job == 0) {
        throw e;
      }
      // A check is no job that somebody could come back to.
      if (request.dryRun() || e.reason() != ControllerException.Reason.LOST) {
        throw Trouble.of(String.valueOf(e.getMessage()), e.remedy(), e).withExitCode(ExitCode.LOST);
      }
    }
    if (!isOver() && !request.dryRun()) {
      new JobReturn(invocation, screen).follow(job, () -> logOffset, this, () -> isOver());
    }
    return exitCode();
  }

  private boolean isOver() {
    return record.isPresent() || refused;
  }

  /** Leaves as soon as the job has a number. */
  int detach(Jobs jobs, RunRequest request) {
    try {
      jobs.run(
          request,
          event -> {
            job = event.job();
            if (event instanceof JobEvent.Refused || event instanceof JobEvent.Done) {
              accept(event);
            } else if (job > 0) {
              throw new LeftException();
            }
          });
    } catch (LeftException _) {
      if (invocation.output().json()) {
        invocation.output().json(new Json().put("job", job));
      } else {
        invocation.output().line(Long.toString(job));
        screen.say(JobFarewell.text(job));
      }
      return ExitCode.CONVERGED;
    }
    tell();
    return exitCode();
  }

  /** Ends a call that we want to hear no more of. */
  private static final class LeftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeftException() {
      super("left", null, false, false);
    }
  }

  private int exitCode() {
    return record.map(JobRecord::exitCode).orElse(refused ? ExitCode.REFUSED : ExitCode.CONVERGED);
  }

  Optional<JobRecord> record() {
    return record;
  }

  @Override
  public synchronized void accept(JobEvent event) {
    if (event.job() > 0) {
      job = event.job();
      if (!invocation.has(Commands.DRY_RUN)) {
        farewell.runs(job);
      }
    }
    switch (event) {
      case JobEvent.State now -> state(now.state());
      case JobEvent.Transfer transfer ->
          screen.now(
              (state.filter(s -> s.phase() == JobPhase.COLLECTING).isPresent()
                      ? "collecting from "
                      : "sending to ")
                  + transfer.node()
                  + ": "
                  + Amount.of(transfer.done())
                  + " of "
                  + Amount.of(transfer.total()));
      case JobEvent.Output output -> {
        logOffset = output.line().nextOffset();
        screen.program(
            JobLabel.line(output.line(), invocation.output().ink()), output.line().error());
      }
      case JobEvent.Refused found -> {
        refused = true;
        problems.addAll(found.problems());
      }
      case JobEvent.Done done -> record = Optional.of(done.record());
    }
  }

  private void state(JobState now) {
    boolean first = state.isEmpty();
    boolean same =
        state.filter(s -> s.phase() == now.phase() && s.why().equals(now.why())).isPresent();
    state = Optional.of(now);
    if (same || now.phase().isOver()) {
      return;
    }
    if (invocation.has(Commands.DRY_RUN)) {
      // It is no job that could be looked at later.
      now.why().forEach(why -> screen.now("the check waits: " + Printable.line(why)));
    } else if (!now.why().isEmpty()) {
      String what =
          now.phase() == JobPhase.QUEUED ? " waits: " : " is " + now.phase().spoken() + ": ";
      now.why().forEach(why -> screen.say("job " + job + what + Printable.line(why)));
    } else if (first && job > 0) {
      screen.say("job " + job + " is " + now.phase().spoken());
    } else if (now.phase() == JobPhase.RUNNING) {
      screen.say("job " + job + " runs");
    } else {
      screen.now("job " + job + " is " + now.phase().spoken());
    }
  }

  /** When nothing stands against a start, it may still not be its turn. */
  private List<String> couldStart() {
    List<String> waits =
        record.stream()
            .flatMap(checked -> checked.states().stream())
            .filter(past -> past.phase() == JobPhase.CHECKING)
            .flatMap(past -> past.why().stream())
            .map(why -> "The job would wait: " + Printable.line(why))
            .toList();
    return waits.isEmpty() ? List.of("The job could start now.") : waits;
  }

  /** Says how it ended. */
  void tell() {
    Output output = invocation.output();
    if (output.json()) {
      output.json(JobJson.run(job, record, problems, exitCode()));
      return;
    }
    JobEndText text = new JobEndText(output.ink());
    text.problems(problems).forEach(screen::say);
    if (exitCode() == ExitCode.CONVERGED && invocation.has(Commands.DRY_RUN)) {
      couldStart().forEach(output::line);
    } else if (problems.isEmpty()) {
      record.ifPresent(
          end -> text.lines(end, !invocation.has(Commands.FETCH)).forEach(screen::say));
    }
  }
}
