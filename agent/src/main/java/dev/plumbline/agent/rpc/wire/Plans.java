package dev.plumbline.agent.rpc.wire;

import dev.plumbline.proto.v1.ExportKey;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.util.Collection;
import java.util.List;

/** Plans that go. */
final class Plans {
  private Plans() {}

  static dev.plumbline.proto.v1.Plan write(Plan plan) {
    return dev.plumbline.proto.v1.Plan.newBuilder()
        .setNode(plan.node())
        .setCatalogHash(plan.catalogHash())
        .addAllSteps(plan.steps().stream().map(Plans::write).toList())
        .setObserved(plan.observed())
        .setUnchanged(plan.unchanged())
        .addAllUnmanaged(printed(plan.unmanaged()))
        .build();
  }

  static List<String> printed(Collection<ResourceId> ids) {
    return ids.stream().map(ResourceId::toString).toList();
  }

  private static dev.plumbline.proto.v1.PlanStep write(PlanStep step) {
    var message = dev.plumbline.proto.v1.PlanStep.newBuilder().setResource(step.id().toString());
    switch (step) {
      case PlanStep.Apply apply ->
          message.setApply(
              dev.plumbline.proto.v1.PlanStep.Apply.newBuilder()
                  .addAllChanges(Changes.write(apply.changes()))
                  .addAllSettledBy(printed(apply.settledBy().stream().sorted().toList())));
      case PlanStep.Withdraw withdraw ->
          message.setWithdraw(
              dev.plumbline.proto.v1.PlanStep.Withdraw.newBuilder()
                  .addAllChanges(Changes.write(withdraw.changes())));
      case PlanStep.SideEffect effect ->
          message.setSideEffect(
              dev.plumbline.proto.v1.PlanStep.SideEffect.newBuilder()
                  .setChange(Changes.write(effect.change()))
                  .setBecause(effect.because()));
      case PlanStep.Wait wait ->
          message.setWait(
              dev.plumbline.proto.v1.PlanStep.Wait.newBuilder()
                  .addAllOn(wait.on().stream().map(Plans::write).toList()));
      case PlanStep.Fail fail ->
          message.setFail(
              dev.plumbline.proto.v1.PlanStep.Fail.newBuilder()
                  .setMessage(fail.message())
                  .setRemedy(fail.remedy()));
      case PlanStep.Skip skip ->
          message.setSkip(
              dev.plumbline.proto.v1.PlanStep.Skip.newBuilder().setReason(skip.reason()));
    }
    return message.build();
  }

  private static ExportKey write(dev.plumbline.resources.ExportKey key) {
    return ExportKey.newBuilder()
        .setNode(key.node())
        .setResource(key.resource().toString())
        .setAttribute(key.attribute())
        .build();
  }
}
