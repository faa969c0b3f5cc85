package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.model.StepResult;
import dev.plumbline.proto.v1.StepDone;
import dev.plumbline.resources.Outcome;

/** Results of steps. */
public final class Outcomes {
  private Outcomes() {}

  static StepResult read(StepDone step) {
    return new StepResult(step.getResource(), read(step.getOutcome()));
  }

  private static Outcome read(dev.plumbline.proto.v1.Outcome outcome) {
    return switch (outcome.getOutcomeCase()) {
      case CHANGED ->
          new Outcome.Changed(
              outcome.getChanged().getChangesList().stream().map(Changes::read).toList());
      case UNCHANGED -> new Outcome.Unchanged();
      case SKIPPED -> new Outcome.Skipped(outcome.getSkipped().getReason());
      case WAITING -> new Outcome.Waiting(outcome.getWaiting().getOn());
      case FAILED ->
          new Outcome.Failed(outcome.getFailed().getMessage(), outcome.getFailed().getRemedy());
      case OUTCOME_NOT_SET -> throw new IllegalArgumentException("a step came without an outcome");
    };
  }

  public static StepDone write(String request, StepResult step) {
    return StepDone.newBuilder()
        .setRequest(request)
        .setResource(step.resource())
        .setOutcome(write(step.outcome()))
        .build();
  }

  private static dev.plumbline.proto.v1.Outcome write(Outcome outcome) {
    var builder = dev.plumbline.proto.v1.Outcome.newBuilder();
    switch (outcome) {
      case Outcome.Changed changed ->
          builder.setChanged(
              dev.plumbline.proto.v1.Outcome.Changed.newBuilder()
                  .addAllChanges(changed.changes().stream().map(Changes::write).toList()));
      case Outcome.Unchanged _ ->
          builder.setUnchanged(dev.plumbline.proto.v1.Outcome.Unchanged.getDefaultInstance());
      case Outcome.Skipped skipped ->
          builder.setSkipped(
              dev.plumbline.proto.v1.Outcome.Skipped.newBuilder().setReason(skipped.reason()));
      case Outcome.Waiting waiting ->
          builder.setWaiting(
              dev.plumbline.proto.v1.Outcome.Waiting.newBuilder().setOn(waiting.on()));
      case Outcome.Failed failed ->
          builder.setFailed(
              dev.plumbline.proto.v1.Outcome.Failed.newBuilder()
                  .setMessage(failed.message())
                  .setRemedy(failed.remedy()));
    }
    return builder.build();
  }
}
