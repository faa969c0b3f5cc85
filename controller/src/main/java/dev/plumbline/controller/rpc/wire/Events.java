package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.NodeSummary;
import dev.plumbline.controller.model.StepResult;
import dev.plumbline.controller.run.RunEvent;
import dev.plumbline.proto.v1.Applied;
import dev.plumbline.proto.v1.LeaseHeld;
import dev.plumbline.proto.v1.NodeFailure;
import dev.plumbline.proto.v1.NodeState;
import dev.plumbline.proto.v1.Planned;
import dev.plumbline.proto.v1.Progress;
import dev.plumbline.proto.v1.Rejected;
import dev.plumbline.proto.v1.RunDone;
import dev.plumbline.proto.v1.RunStarted;
import java.util.List;

/** What happens during runs. Values of exports stay behind. */
public final class Events {
  private Events() {}

  public static dev.plumbline.proto.v1.RunEvent write(RunEvent event) {
    var builder = dev.plumbline.proto.v1.RunEvent.newBuilder();
    switch (event) {
      case RunEvent.Started started ->
          builder.setStarted(
              RunStarted.newBuilder()
                  .setRun(Long.toString(started.run()))
                  .setGeneration(started.generation()));
      case RunEvent.LeaseHeld held ->
          builder.setLeaseHeld(LeaseHeld.newBuilder().setHolder(held.holder()));
      case RunEvent.State state ->
          builder.setNode(state.node()).setState(state(state.state(), state.note()));
      case RunEvent.Said said -> say(builder.setNode(said.node()), said.message());
      case RunEvent.Failure failure ->
          builder
              .setNode(failure.node())
              .setFailure(
                  NodeFailure.newBuilder()
                      .setNode(failure.node())
                      .setMessage(failure.message())
                      .setRemedy(failure.remedy()));
      case RunEvent.Done done ->
          builder.setDone(
              RunDone.newBuilder()
                  .setExitCode(done.exitCode())
                  .addAllNodes(done.nodes().stream().map(Events::summary).toList()));
    }
    return builder.build();
  }

  private static void say(
      dev.plumbline.proto.v1.RunEvent.Builder event, AgentMessage.OfRequest message) {
    switch (message) {
      case AgentMessage.Planned planned ->
          event.setPlanned(
              Planned.newBuilder()
                  .setRequest(planned.request())
                  .setPlan(Plans.write(planned.plan())));
      case AgentMessage.Progress progress ->
          event.setProgress(
              Progress.newBuilder()
                  .setRequest(progress.request())
                  .setResource(progress.resource())
                  .setNow(progress.now()));
      case AgentMessage.StepDone step ->
          event.setStepDone(Outcomes.write(step.request(), step.step()));
      case AgentMessage.Applied applied -> event.setApplied(write(applied));
      case AgentMessage.Rejected rejected ->
          event.setRejected(
              Rejected.newBuilder()
                  .setRequest(rejected.request())
                  .setMessage(rejected.message())
                  .setRemedy(rejected.remedy()));
      case AgentMessage.Facts _,
          AgentMessage.Exports _,
          AgentMessage.Probed _,
          AgentMessage.Guarding _ ->
          throw new IllegalArgumentException("no part of a run");
    }
  }

  private static Applied write(AgentMessage.Applied applied) {
    List<StepResult> steps = applied.steps();
    return Applied.newBuilder()
        .setRequest(applied.request())
        .setCatalogHash(applied.catalogHash())
        .setRevision(applied.revision())
        .addAllSteps(steps.stream().map(step -> Outcomes.write(applied.request(), step)).toList())
        .setUnchanged(applied.unchanged())
        .addAllUnmanaged(applied.unmanaged())
        .setDurationMs(applied.duration().toMillis())
        .build();
  }

  public static NodeState state(dev.plumbline.controller.model.NodeState state, String note) {
    return NodeState.newBuilder().setState(state(state)).setNote(note).build();
  }

  static NodeState.State state(dev.plumbline.controller.model.NodeState state) {
    return switch (state) {
      case UNKNOWN -> NodeState.State.UNKNOWN;
      case OFFLINE -> NodeState.State.OFFLINE;
      case OBSERVING -> NodeState.State.OBSERVING;
      case PLANNED -> NodeState.State.PLANNED;
      case APPLYING -> NodeState.State.APPLYING;
      case WAITING -> NodeState.State.WAITING;
      case CONVERGED -> NodeState.State.CONVERGED;
      case DIFFERS -> NodeState.State.DIFFERS;
      case FAILED -> NodeState.State.FAILED;
    };
  }

  public static dev.plumbline.proto.v1.NodeSummary summary(NodeSummary summary) {
    return dev.plumbline.proto.v1.NodeSummary.newBuilder()
        .setNode(summary.node())
        .setState(state(summary.state()))
        .setChanged(summary.changed())
        .setUnchanged(summary.unchanged())
        .setWaiting(summary.waiting())
        .setSkipped(summary.skipped())
        .setFailed(summary.failed())
        .setDurationMs(summary.duration().toMillis())
        .setNote(summary.note())
        .build();
  }
}
