package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every node says how it is, then whether it reaches the others; then all that stands against the
 * start is told at once.
 */
final class Checking {
  private Checking() {}

  static Decision decide(JobView view) {
    List<Step> steps = new ArrayList<>();
    boolean drift = true;
    boolean listening = true;
    for (Place place : view.job().places()) {
      NodeSight node = view.node(place);
      if (!node.live()) {
        continue;
      }
      if (node.drift() instanceof Drift.Unasked) {
        steps.add(new Step.Observe(place.node()));
      }
      drift &= isSettled(view, node.drift());
      if (node.listening().isEmpty()) {
        boolean whole = !node.is(JobReport.Phase.PREPARED);
        steps.add(
            new Step.Tell(
                place.node(), new JobOrder.Inspect(token(view.job(), 1), List.of(), whole)));
        listening &= isOverdue(view);
      }
    }
    if (listening && reaches(view.job())) {
      steps.addAll(reach(view));
    }
    boolean reaching =
        !reaches(view.job())
            || isOverdue(view)
            || view.job().places().stream()
                .map(view::node)
                .allMatch(node -> !node.live() || node.reaching().isPresent());
    return drift && listening && reaching ? judge(view) : Decision.of(view, steps);
  }

  /** What an inspection of a job's attempt is called. */
  static String token(JobRecord job, int round) {
    return job.id() + "." + job.attempt() + "." + round;
  }

  private static boolean reaches(JobRecord job) {
    return job.spec().kind() != JobKind.COMMAND && job.places().size() > 1;
  }

  private static boolean isOverdue(JobView view) {
    return view.inPhaseFor(view.deadlines().checked());
  }

  private static boolean isSettled(JobView view, Drift drift) {
    return switch (drift) {
      case Drift.Unasked _ -> false;
      case Drift.Asked asked -> view.elapsed(asked.since(), view.deadlines().observed());
      case Drift.Seen _, Drift.Unseen _ -> true;
    };
  }

  private static List<Step> reach(JobView view) {
    List<Step> steps = new ArrayList<>();
    for (Place from : view.job().places()) {
      NodeSight node = view.node(from);
      if (!node.live() || node.listening().isEmpty() || node.reaching().isPresent()) {
        continue;
      }
      List<JobOrder.Target> others =
          view.job().places().stream()
              .filter(to -> !to.equals(from))
              .flatMap(to -> target(to, view.node(to)).stream())
              .toList();
      boolean whole = !node.is(JobReport.Phase.PREPARED);
      steps.add(
          new Step.Tell(
              from.node(), new JobOrder.Inspect(token(view.job(), 2), others, whole)));
    }
    return steps;
  }

  private static Optional<JobOrder.Target> target(Place place, NodeSight node) {
    return node.listening()
        .filter(inspection -> inspection.port() > 0)
        .map(inspection ->
            new JobOrder.Target(
                place.node(),
                inspection
                    .value("network.address")
                    .filter(address -> !address.isEmpty())
                    .orElse(place.address()),
                inspection.port()));
  }

  private static Decision judge(JobView view) {
    List<Obstacle> obstacles = Preflight.judge(view);
    JobRecord job = view.job();
    boolean go =
        obstacles.stream().allMatch(obstacle -> obstacle.overridable() && job.asked().force());
    if (!go) {
      return Decision.end(view, Verdict.refused(obstacles));
    }
    if (job.asked().dryRun()) {
      return Decision.become(
          job.judged(Running.success())
              .in(JobPhase.SUCCEEDED, List.of("nothing stands against the start"), view.now()));
    }
    for (Place place : job.places()) {
      if (view.isLost(place)) {
        return Decision.end(view, Verdict.lost(place.node() + " was lost before the job started"));
      }
      if (!view.node(place).is(JobReport.Phase.PREPARED)) {
        return Decision.wait(view);
      }
    }
    return Decision.become(
        job.startedOn(view.generation(), !obstacles.isEmpty())
            .in(JobPhase.STARTING, List.of(), view.now()));
  }
}
