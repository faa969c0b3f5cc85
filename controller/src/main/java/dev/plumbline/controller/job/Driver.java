package dev.plumbline.controller.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what becomes of one job. It reads what its nodes report now, never what happened: whoever
 * carries out a decision calls again when something moved.
 */
public final class Driver {
  private Driver() {}

  public static Decision decide(JobView view) {
    Decision decision = ofPhase(view);
    List<Step> steps = new ArrayList<>();
    if (!view.job().phase().isEnd()) {
      for (Place place : view.job().places()) {
        NodeSight node = view.node(place);
        if (node.live() && node.report().isEmpty()) {
          // Whoever is told how much is kept says how the job is there.
          steps.add(new Step.Tell(place.node(), new JobOrder.Kept(node.logKept())));
        }
      }
    }
    steps.addAll(decision.steps());
    return new Decision(decision.job(), steps);
  }

  private static Decision ofPhase(JobView view) {
    return switch (view.job().phase()) {
      case QUEUED -> Decision.of(view, forget(view));
      case SENDING -> Sending.decide(view);
      case CHECKING -> Checking.decide(view);
      case STARTING -> Starting.decide(view);
      case RUNNING -> Running.decide(view);
      case COLLECTING -> Collecting.decide(view);
      case SUCCEEDED, FAILED, CANCELLED, TIMED_OUT, LOST -> Decision.of(view, forget(view));
    };
  }

  /** Somebody does not want a job any more that is not ending already. */
  public static JobRecord cancel(JobRecord job, String user, Instant now) {
    return job.end(Verdict.cancelled(user), now);
  }

  /**
   * What to answer to a report about a job that is over, or of which nothing is known; empty if its
   * node has nothing of it any more.
   */
  public static List<JobOrder> settle(JobReport report) {
    return switch (report.phase()) {
      case UNKNOWN -> List.of();
      // With problems something is left, and whoever drained the node tries again.
      case CLEAN -> report.problems().isEmpty() ? List.of(new JobOrder.Forget()) : List.of();
      case PREPARING, PREPARED, COLLECTED -> List.of(new JobOrder.Forget());
      case RUNNING, ENDED, COLLECTING -> List.of(new JobOrder.End());
    };
  }

  private static List<Step> forget(JobView view) {
    List<Step> steps = new ArrayList<>();
    for (Place place : view.job().places()) {
      view.node(place)
          .report()
          .map(Driver::settle)
          .orElse(List.of())
          .forEach(order -> steps.add(new Step.Tell(place.node(), order)));
    }
    return steps;
  }
}
