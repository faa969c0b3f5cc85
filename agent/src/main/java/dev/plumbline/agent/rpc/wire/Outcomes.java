package dev.plumbline.agent.rpc.wire;

import dev.plumbline.proto.v1.StepDone;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;

/** Outcomes that go. */
final class Outcomes {
  private Outcomes() {}

  static StepDone write(String request, ResourceId id, Outcome outcome) {
    return StepDone.newBuilder()
        .setRequest(request)
        .setResource(id.toString())
        .setOutcome(write(outcome))
        .build();
  }

  private static dev.plumbline.proto.v1.Outcome write(Outcome outcome) {
    var message = dev.plumbline.proto.v1.Outcome.newBuilder();
    switch (outcome) {
      case Outcome.Changed changed ->
          message.setChanged(
              dev.plumbline.proto.v1.Outcome.Changed.newBuilder()
                  .addAllChanges(Changes.write(changed.changes())));
      case Outcome.Unchanged _ ->
          message.setUnchanged(dev.plumbline.proto.v1.Outcome.Unchanged.getDefaultInstance());
      case Outcome.Skipped skipped ->
          message.setSkipped(
              dev.plumbline.proto.v1.Outcome.Skipped.newBuilder().setReason(skipped.reason()));
      case Outcome.Waiting waiting ->
          message.setWaiting(
              dev.plumbline.proto.v1.Outcome.Waiting.newBuilder().setOn(waiting.on()));
      case Outcome.Failed failed ->
          message.setFailed(
              dev.plumbline.proto.v1.Outcome.Failed.newBuilder()
                  .setMessage(failed.message())
                  .setRemedy(failed.remedy()));
    }
    return message.build();
  }
}
