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
    dev.plumbline.proto.v1.Outcome.Builder message = dev.plumbline.proto.v1.Outcome.newBuilder();
    switch (outcome) {
      case Outcome.Changed changed ->
          message.getChangedBuilder().addAllChanges(Changes.write(changed.changes()));
      case Outcome.Unchanged _ -> message.getUnchangedBuilder();
      case Outcome.Skipped skipped -> message.getSkippedBuilder().setReason(skipped.reason());
      case Outcome.Waiting waiting -> message.getWaitingBuilder().setOn(waiting.on());
      case Outcome.Failed failed ->
          message.getFailedBuilder().setMessage(failed.message()).setRemedy(failed.remedy());
    }
    return message.build();
  }
}
