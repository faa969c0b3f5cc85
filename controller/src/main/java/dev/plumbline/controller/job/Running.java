package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program runs; the end of its heads is the end of the job. */
final class Running {
  private Running() {}

  static Decision decide(JobView view) {
    JobRecord job = view.job();
    List<Step> steps = new ArrayList<>();
    boolean ended = true;
    for (Place place : job.places()) {
      // The ranks of the others would wait for those of a node that hangs.
      if (view.isLost(place)) {
        return Decision.end(
            view,
            Verdict.lost(
                place.node()
                    + " has not been heard for "
                    + view.deadlines().nodeLost().toSeconds()
                    + " s"));
      }
    }
    for (Place head : job.heads()) {
      NodeSight node = view.node(head);
      Optional<Obstacle> trouble = trouble(node);
      if (trouble.isPresent()) {
        return Decision.end(view, Verdict.notStarted(trouble.get().line()));
      }
      if (isForgotten(node)) {
        return Decision.end(
            view, Verdict.lost(head.node() + " does not know any more what became of the job"));
      }
      ended &= node.report().flatMap(JobReport::exit).isPresent();
    }
    if (ended) {
      return Decision.end(view, Ends.of(view));
    }
    if (job.spec().maxRuntime().filter(view::inPhaseFor).isPresent()) {
      return Decision.end(
          view,
          Verdict.of(
              JobPhase.TIMED_OUT,
              Cause.MAX_RUNTIME,
              Verdict.TIMED_OUT,
              "it ran for longer than max_runtime, "
                  + job.spec().maxRuntime().get().toSeconds()
                  + " s"));
    }
    if (job.spec().kind() == JobKind.MPI && !job.spec().mpi().ssh()) {
      steps.addAll(Relays.decide(view));
    }
    return Decision.of(view, steps);
  }

  static Verdict success() {
    return new Verdict(
        JobPhase.SUCCEEDED, Optional.empty(), List.of(), 0, Optional.empty(), List.of());
  }

  /** What its agent has to say of a program that it could not start. */
  private static Optional<Obstacle> trouble(NodeSight node) {
    return node.report()
        .filter(report -> report.exit().isEmpty() && report.phase() == JobReport.Phase.ENDED)
        .flatMap(report -> report.problems().stream().findFirst());
  }

  /** It does not run, and nobody knows how it ended: its agent has lost what it knew. */
  private static boolean isForgotten(NodeSight node) {
    return node.live()
        && node.report()
            .filter(report -> report.phase() != JobReport.Phase.RUNNING && report.exit().isEmpty())
            .isPresent();
  }
}
