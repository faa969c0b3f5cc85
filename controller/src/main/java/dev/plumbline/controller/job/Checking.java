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
        listening &= view.job().asked().dryRun() || !isComing(view, place);
        continue;
      }
      if (node.drift() instanceof Drift.Unasked) {
        steps.add(new Step.Observe(place.node()));
      }
      drift &= isSettled(view, node.drift());
      if (node.listening().isEmpty()) {
        steps.add(new Step.Tell(place.node(), inspect(view, node, List.of())));
        listening &= isOverdue(view, node);
      }
    }
    if (listening && reaches(view.job())) {
      steps.addAll(reach(view));
    }
    boolean reaching =
        !reaches(view.job())
            || view.job().places().stream().allMatch(place -> hasReached(view, place));
    return drift && listening && reaching ? judge(view) : Decision.of(view, steps);
  }

  private static boolean isComing(JobView view, Place place) {
    return view.standings().stream()
        .anyMatch(node -> node.node().equals(place.node()) && node.coming());
  }

  private static boolean isChanging(JobView view, Place place) {
    return view.standings().stream()
        .anyMatch(node -> node.node().equals(place.node()) && node.applying());
  }

  private static boolean reaches(JobRecord job) {
    return job.spec().kind() != JobKind.COMMAND && job.places().size() > 1;
  }

  /** A node that was away has its time from when it came back. */
  private static boolean isOverdue(JobView view, NodeSight node) {
    return view.inPhaseFor(view.deadlines().checked())
        && view.elapsed(node.since(), view.deadlines().checked());
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
      List<JobOrder.Target> others = others(view, from);
      if (others.isEmpty()) {
        continue;
      }
      steps.add(new Step.Tell(from.node(), inspect(view, node, others)));
    }
    return steps;
  }

  private static JobOrder inspect(JobView view, NodeSight node, List<JobOrder.Target> others) {
    boolean prepared = node.is(JobReport.Phase.PREPARED);
    return new JobOrder.Inspect(view.nonce(), others, prepared ? List.of() : view.job().places());
  }

  private static boolean hasReached(JobView view, Place place) {
    NodeSight node = view.node(place);
    return !node.live()
        || node.listening().isEmpty()
        || node.reaching().isPresent()
        || isOverdue(view, node)
        || others(view, place).isEmpty();
  }

  private static List<JobOrder.Target> others(JobView view, Place from) {
    return view.job().places().stream()
        .filter(to -> !to.equals(from))
        .flatMap(to -> target(to, view.node(to)).stream())
        .toList();
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

  /** What a node says now stands in for what it said before. */
  private static Decision lookAgain(JobView view, List<Obstacle> obstacles) {
    List<Step> looks = new ArrayList<>();
    for (Place place : view.job().places()) {
      looks.add(new Step.Tell(place.node(), inspect(view, view.node(place), List.of())));
    }
    return new Decision(
        view.job().waitingFor(obstacles.stream().map(Obstacle::message).toList()), looks);
  }

  private static Decision judge(JobView view) {
    List<Obstacle> obstacles = Preflight.judge(view);
    JobRecord job = view.job();
    boolean go =
        obstacles.stream().allMatch(obstacle -> obstacle.overridable() && job.asked().force());
    if (!go) {
      return obstacles.stream().allMatch(Obstacle::passing)
              && !job.asked().dryRun()
              && !view.inPhaseFor(view.deadlines().settled())
          ? lookAgain(view, obstacles)
          : Decision.end(view, Verdict.refused(obstacles));
    }
    if (job.asked().dryRun()) {
      // What it would wait for was found out before the checks.
      List<String> waits = job.state().why();
      List<String> why = waits.isEmpty() ? List.of("nothing stands against the start") : waits;
      return Decision.become(job.judged(Running.success()).in(JobPhase.SUCCEEDED, why, view.now()));
    }
    for (Place place : job.places()) {
      NodeSight node = view.node(place);
      if (node.report().isEmpty() || isChanging(view, place)) {
        return Decision.wait(view);
      }
      if (!node.is(JobReport.Phase.PREPARED)) {
        // What stood against it is gone, so that its files may travel now.
        return Decision.become(job.in(JobPhase.QUEUED, List.of(), view.now()));
      }
    }
    return Decision.become(
        job.startedOn(view.generation(), !obstacles.isEmpty())
            .in(JobPhase.STARTING, List.of(), view.now()));
  }
}
