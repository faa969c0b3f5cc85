package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.content.ContentException;
import dev.plumbline.controller.cli.runtime.LinkException;
import dev.plumbline.controller.cli.screen.JobScreen;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.job.RunRequest;
import java.util.Optional;

/** {@code plumb run}: runs a job, and follows it. */
final class RunVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    checkUsage(invocation);
    JobScreen screen = JobScreens.of(invocation);
    try (JobFarewell farewell = new JobFarewell(invocation, screen)) {
      Jobs jobs;
      RunRequest request;
      try {
        JobRequests requests = new JobRequests(invocation, screen);
        requests.read();
        jobs = controller(invocation);
        request = requests.send(jobs);
      } catch (ContentException e) {
        throw Trouble.all(e.lines().stream().map(line -> "plumb: " + line).toList())
            .withExitCode(ExitCode.REFUSED);
      } catch (LinkException e) {
        throw Trouble.of(String.valueOf(e.getMessage()), "").withExitCode(ExitCode.LOST);
      } finally {
        screen.calm();
      }
      return follow(invocation, new JobFollower(invocation, screen, farewell), jobs, request);
    } catch (ControllerException e) {
      throw Trouble.of(String.valueOf(e.getMessage()), e.remedy())
          .withExitCode(
              e.reason() == ControllerException.Reason.REFUSED ? ExitCode.REFUSED : ExitCode.LOST);
    } finally {
      screen.calm();
    }
  }

  private static Jobs controller(Invocation invocation) {
    try {
      return invocation.controller().jobs();
    } catch (Trouble e) {
      throw e.withExitCode(ExitCode.LOST);
    }
  }

  private static int follow(
      Invocation invocation, JobFollower follower, Jobs jobs, RunRequest request) {
    if (invocation.has(Commands.DETACH)) {
      return follower.detach(jobs, request);
    }
    int exitCode = follower.run(jobs, request);
    follower.tell();
    Optional<String> to = invocation.arguments().value(Commands.FETCH);
    if (to.isPresent() && follower.record().isPresent()) {
      fetch(invocation, jobs, follower.record().get(), to.get(), exitCode);
    }
    return exitCode;
  }

  private static void fetch(
      Invocation invocation, Jobs jobs, JobRecord record, String to, int exitCode) {
    try {
      var _ = Outputs.fetch(invocation, jobs, record, to);
    } catch (Trouble e) {
      throw exitCode == ExitCode.CONVERGED ? e : e.withExitCode(exitCode);
    } catch (ControllerException e) {
      Trouble trouble = Trouble.of(String.valueOf(e.getMessage()), e.remedy(), e);
      throw exitCode == ExitCode.CONVERGED ? trouble : trouble.withExitCode(exitCode);
    }
  }

  private static void checkUsage(Invocation invocation) {
    boolean file = invocation.arguments().operand(0).isPresent();
    boolean program = !invocation.arguments().program().isEmpty();
    boolean again = invocation.has(Commands.AGAIN);
    int sources = (file ? 1 : 0) + (program ? 1 : 0) + (again ? 1 : 0);
    if (sources != 1) {
      throw Trouble.of(
          sources == 0 ? "there is nothing to run" : "there is more than one thing to run",
          "name a job file, or -- and a program, or --again and a number");
    }
    for (String option : new String[] {Commands.SET, Commands.LIMIT}) {
      if (again && invocation.has(option)) {
        throw Trouble.of(
            "the vars and nodes of a job of the past stay as they were; " + option + " is no use",
            "run its job file anew");
      }
    }
    for (String option : new String[] {Commands.FETCH, Commands.DRY_RUN}) {
      if (invocation.has(Commands.DETACH) && invocation.has(option)) {
        throw Trouble.of(
            option + " needs somebody who follows the job", "leave out --detach, or " + option);
      }
    }
  }
}
