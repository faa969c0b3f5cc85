package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a job travel to its nodes; meanwhile these are asked how they are. */
final class Sending {
  private Sending() {}

  static Decision decide(JobView view) {
    List<Step> steps = new ArrayList<>();
    int prepared = 0;
    for (Place place : view.job().places()) {
      NodeSight node = view.node(place);
      if (view.isLost(place)) {
        return Decision.end(view, Verdict.lost(place.node() + " was lost before the job started"));
      }
      if (!node.live()) {
        continue;
      }
      if (node.drift() instanceof Drift.Unasked) {
        steps.add(new Step.Observe(place.node()));
      }
      if (node.report().isEmpty()) {
        continue;
      }
      JobReport report = node.report().get();
      if (node.isStuck(node.prepareTold()) && report.phase() != JobReport.Phase.PREPARED) {
        return Decision.end(view, Verdict.refused(report.problems()));
      }
      if (report.phase() == JobReport.Phase.PREPARING
          && view.elapsed(node.moved(), view.deadlines().stalled())) {
        return Decision.end(
            view,
            Verdict.notStarted(
                place.node()
                    + " has received nothing for "
                    + view.deadlines().stalled().toMinutes()
                    + " minutes"));
      }
      next(view, report).ifPresent(order -> steps.add(new Step.Tell(place.node(), order)));
      prepared += report.phase() == JobReport.Phase.PREPARED ? 1 : 0;
    }
    return prepared == view.job().places().size()
        ? new Decision(view.job().in(JobPhase.CHECKING, List.of(), view.now()), steps)
        : Decision.of(view, steps);
  }

  private static Optional<JobOrder> next(JobView view, JobReport report) {
    return switch (report.phase()) {
      case UNKNOWN -> Optional.of(new JobOrder.Prepare(view.job().places()));
      case PREPARED -> Optional.empty();
      // With problems it stopped, and may try once more: the connection may have broken.
      case PREPARING ->
          report.problems().isEmpty()
              ? Optional.empty()
              : Optional.of(new JobOrder.Prepare(view.job().places()));
      // Of an attempt before this one.
      case RUNNING, ENDED, COLLECTING -> Optional.of(new JobOrder.End());
      case CLEAN, COLLECTED -> Optional.of(new JobOrder.Forget());
    };
  }
}
