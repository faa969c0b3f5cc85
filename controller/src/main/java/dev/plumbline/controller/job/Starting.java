package dev.plumbline.controller.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All ranks or none: the head starts when every other node is ready to take part. */
final class Starting {
  private Starting() {}

  static Decision decide(JobView view) {
    JobRecord job = view.job();
    List<Step> steps = new ArrayList<>();
    if (job.heads().stream().map(view::node).allMatch(Starting::hasStarted)) {
      return Decision.become(job.in(JobPhase.RUNNING, List.of(), view.now()));
    }
    boolean others = true;
    for (Place place : job.places()) {
      NodeSight node = view.node(place);
      if (view.isLost(place)) {
        return Decision.end(view, Verdict.lost(place.node() + " was lost while the job started"));
      }
      if (node.live() && node.report().isPresent() && !isReady(node)) {
        return Decision.end(view, Verdict.notStarted(trouble(place, node.report().get())));
      }
      if (!job.isHead(place.node()) && !job.spec().mpi().ssh()) {
        boolean ticketed = node.is(JobReport.Phase.RUNNING);
        others &= ticketed;
        if (node.is(JobReport.Phase.PREPARED)) {
          if (!view.secretsAtHand()) {
            return Decision.end(view, Verdict.notStarted(SECRETS_GONE));
          }
          steps.add(new Step.Tell(place.node(), ticket(view)));
        }
      }
    }
    if (others) {
      for (Place head : job.heads()) {
        if (view.node(head).is(JobReport.Phase.PREPARED)) {
          if (!view.secretsAtHand()) {
            return Decision.end(view, Verdict.notStarted(SECRETS_GONE));
          }
          steps.add(new Step.Tell(head.node(), new JobOrder.Start(job.generation())));
        }
      }
    }
    return isLate(view)
        ? Decision.end(view, Verdict.notStarted(late(view)))
        : Decision.of(view, steps);
  }

  /** Of a job without max_runtime. */
  private static final Duration VALIDITY = Duration.ofDays(30);

  static final String SECRETS_GONE =
      "the controller ended before the job started, and with it the values of its secrets, which"
          + " are never stored; run it again";

  private static boolean isReady(NodeSight node) {
    JobReport report = node.report().orElseThrow();
    return switch (report.phase()) {
      case PREPARED, ENDED -> report.problems().isEmpty();
      case RUNNING -> true;
      case UNKNOWN, PREPARING, COLLECTING, COLLECTED, CLEAN -> false;
    };
  }

  static boolean hasStarted(NodeSight node) {
    return node.is(JobReport.Phase.RUNNING) || node.is(JobReport.Phase.ENDED);
  }

  private static String trouble(Place place, JobReport report) {
    return report.problems().isEmpty()
        ? place.node() + " has lost what it was sent for the job"
        : report.problems().getFirst().line();
  }

  static JobOrder ticket(JobView view) {
    JobRecord job = view.job();
    Place head = job.heads().getFirst();
    return new JobOrder.Ticket(
        head.node(), head.address(), job.spec().maxRuntime().orElse(VALIDITY), job.generation());
  }

  /** A node that is away has its own deadline. */
  private static boolean isLate(JobView view) {
    return view.inPhaseFor(view.deadlines().started())
        && view.job().places().stream()
            .map(view::node)
            .allMatch(node ->
                node.live()
                    && node.report().isPresent()
                    && view.elapsed(node.since(), view.deadlines().started()));
  }

  private static String late(JobView view) {
    List<String> silent =
        view.job().places().stream()
            .filter(place -> !hasStarted(view.node(place)))
            .map(Place::node)
            .toList();
    return String.join(", ", silent)
        + " did not start within "
        + view.deadlines().started().toSeconds()
        + " s";
  }
}
