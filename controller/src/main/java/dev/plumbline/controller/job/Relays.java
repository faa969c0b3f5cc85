package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passes on what {@code mpirun} asks of other nodes, and what becomes of it. */
final class Relays {
  private static final int NOT_STARTED = 255;

  private Relays() {}

  static List<Step> decide(JobView view) {
    List<Step> steps = new ArrayList<>();
    Place head = view.job().heads().getFirst();
    for (Relay asked : view.node(head).report().map(JobReport::relays).orElse(List.of())) {
      if (asked.exit().isEmpty()) {
        step(view, head, asked).ifPresent(steps::add);
      }
    }
    return steps;
  }

  private static Optional<Step> step(JobView view, Place head, Relay asked) {
    Optional<Place> target =
        view.job().places().stream()
            .filter(place ->
                place.node().equals(asked.target()) || place.address().equals(asked.target()))
            .findFirst();
    if (target.isEmpty()) {
      return Optional.of(ended(head, asked, asked.target() + " is not a node of this job"));
    }
    NodeSight node = view.node(target.get());
    if (view.isLost(target.get())) {
      return Optional.of(ended(head, asked, target.get().node() + " is not connected"));
    }
    if (!node.live() || node.report().isEmpty()) {
      return Optional.empty();
    }
    JobReport report = node.report().get();
    Optional<Relay> there = report.relay(asked.id());
    if (there.isPresent()) {
      return there
          .get()
          .exit()
          .map(exit -> new Step.Tell(head.node(), new JobOrder.OrtedEnded(asked.id(), exit)));
    }
    return switch (report.phase()) {
      case RUNNING ->
          Optional.of(
              new Step.Tell(
                  target.get().node(), new JobOrder.StartOrted(asked.id(), asked.arguments())));
      // Its agent started anew, and has no ticket any more.
      case PREPARED ->
          Optional.of(
              view.secretsAtHand()
                  ? new Step.Tell(target.get().node(), Starting.ticket(view))
                  : ended(head, asked, Starting.SECRETS_GONE));
      case UNKNOWN, PREPARING, ENDED, COLLECTING, COLLECTED, CLEAN ->
          Optional.of(ended(head, asked, target.get().node() + " takes no part in the job"));
    };
  }

  private static Step ended(Place head, Relay asked, String why) {
    return new Step.Tell(
        head.node(), new JobOrder.OrtedEnded(asked.id(), Exit.of(NOT_STARTED, why)));
  }
}
