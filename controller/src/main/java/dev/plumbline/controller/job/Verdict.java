package dev.plumbline.controller.job;

import java.util.List;
import java.util.Optional;

/**
 * What a job comes to. It stands before the job is over: nodes are cleaned and outputs fetched in
 * between.
 *
 * @param end the phase that it ends in
 * @param cause empty if it succeeded
 * @param why sentences for a person
 * @param code with which {@code plumb run} ends
 * @param exit of the program, where it ended by itself
 * @param obstacles what a check found; known only to the process that checked
 */
public record Verdict(
    JobPhase end,
    Optional<Cause> cause,
    List<String> why,
    int code,
    Optional<Exit> exit,
    List<Obstacle> obstacles) {
  static final int TIMED_OUT = 124;
  static final int LOST = 125;
  static final int REFUSED = 126;
  static final int CANCELLED = 130;

  public Verdict {
    why = List.copyOf(why);
    obstacles = List.copyOf(obstacles);
  }

  static Verdict of(JobPhase end, Cause cause, int code, String why) {
    return new Verdict(end, Optional.of(cause), List.of(why), code, Optional.empty(), List.of());
  }

  static Verdict refused(List<Obstacle> obstacles) {
    return new Verdict(
        JobPhase.FAILED,
        Optional.of(Cause.REFUSED),
        obstacles.stream().map(Obstacle::line).toList(),
        REFUSED,
        Optional.empty(),
        obstacles);
  }

  static Verdict notStarted(String why) {
    return of(JobPhase.FAILED, Cause.LAUNCHER, LOST, why);
  }

  static Verdict lost(String why) {
    return of(JobPhase.LOST, Cause.NODE_LOST, LOST, why);
  }

  public static Verdict cancelled(String user) {
    return of(JobPhase.CANCELLED, Cause.CANCELLED, CANCELLED, "cancelled by " + user);
  }

  Verdict withExit(Exit known) {
    return new Verdict(end, cause, why, code, Optional.of(known), obstacles);
  }

  /** Another verdict about the same end of the program. */
  Verdict becomes(Verdict other) {
    return exit.map(other::withExit).orElse(other);
  }

  /** Whether the job may start again, on other nodes. */
  boolean isWorthAnotherTry(JobRecord job) {
    return cause.filter(Cause.NODE_LOST::equals).isPresent()
        && job.attempt() <= job.spec().retries();
  }

  /** Whether the outputs are fetched. */
  boolean collects() {
    return switch (end) {
      case SUCCEEDED, FAILED -> exit.isPresent();
      case TIMED_OUT -> true;
      case QUEUED, SENDING, CHECKING, STARTING, RUNNING, COLLECTING, CANCELLED, LOST -> false;
    };
  }
}
