package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.client.NodeState;
import dev.plumbline.controller.client.NodeSummary;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.resources.ResourceId;
import java.util.Optional;

/** Decodes what happens during a run. */
final class Events {
  private Events() {}

  /** Empty for an event that this build does not know. */
  static Optional<RunEvent> decode(dev.plumbline.proto.v1.RunEvent event) {
    String node = event.getNode();
    return switch (event.getEventCase()) {
      case STARTED ->
          Optional.of(
              new RunEvent.Started(
                  event.getStarted().getRun(), event.getStarted().getGeneration()));
      case LEASE_HELD -> Optional.of(new RunEvent.LeaseHeld(event.getLeaseHeld().getHolder()));
      case STATE ->
          Optional.of(
              new RunEvent.State(
                  node, state(event.getState().getState()), event.getState().getNote()));
      case PLANNED ->
          Optional.of(new RunEvent.Planned(node, Plans.decode(event.getPlanned().getPlan())));
      case PROGRESS ->
          Optional.of(
              new RunEvent.Working(
                  node,
                  event.getProgress().getResource().isEmpty()
                      ? Optional.empty()
                      : Optional.of(ResourceId.parse(event.getProgress().getResource())),
                  event.getProgress().getNow()));
      case STEP_DONE -> Optional.of(Plans.stepDone(node, event.getStepDone()));
      case APPLIED ->
          Optional.of(
              new RunEvent.Applied(
                  node,
                  event.getApplied().getRevision(),
                  event.getApplied().getUnchanged(),
                  event.getApplied().getDurationMs()));
      case FAILURE ->
          Optional.of(
              new RunEvent.Failed(
                  node.isEmpty() ? event.getFailure().getNode() : node,
                  event.getFailure().getMessage(),
                  event.getFailure().getRemedy()));
      case REJECTED ->
          Optional.of(
              new RunEvent.Failed(
                  node, event.getRejected().getMessage(), event.getRejected().getRemedy()));
      case DONE ->
          Optional.of(
              new RunEvent.Done(
                  event.getDone().getExitCode(),
                  event.getDone().getNodesList().stream().map(Events::summary).toList()));
      case EVENT_NOT_SET -> Optional.empty();
    };
  }

  static NodeSummary summary(dev.plumbline.proto.v1.NodeSummary summary) {
    return new NodeSummary(
        summary.getNode(),
        state(summary.getState()),
        summary.getChanged(),
        summary.getUnchanged(),
        summary.getWaiting(),
        summary.getSkipped(),
        summary.getFailed(),
        summary.getDurationMs(),
        summary.getNote());
  }

  static NodeState state(dev.plumbline.proto.v1.NodeState.State state) {
    return switch (state) {
      case UNKNOWN, UNRECOGNIZED -> NodeState.UNKNOWN;
      case OFFLINE -> NodeState.OFFLINE;
      case OBSERVING -> NodeState.OBSERVING;
      case PLANNED -> NodeState.PLANNED;
      case APPLYING -> NodeState.APPLYING;
      case WAITING -> NodeState.WAITING;
      case CONVERGED -> NodeState.CONVERGED;
      case DIFFERS -> NodeState.DIFFERS;
      case FAILED -> NodeState.FAILED;
    };
  }
}
