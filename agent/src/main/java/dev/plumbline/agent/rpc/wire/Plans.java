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
    dev.plumbline.proto.v1.PlanStep.Builder message =
        dev.plumbline.proto.v1.PlanStep.newBuilder().setResource(step.id().toString());
    switch (step) {
      case PlanStep.Apply apply ->
          message
              .getApplyBuilder()
              .addAllChanges(Changes.write(apply.changes()))
              .addAllSettledBy(printed(apply.settledBy().stream().sorted().toList()));
      case PlanStep.Withdraw withdraw ->
          message.getWithdrawBuilder().addAllChanges(Changes.write(withdraw.changes()));
      case PlanStep.SideEffect effect ->
          message
              .getSideEffectBuilder()
              .setChange(Changes.write(effect.change()))
              .setBecause(effect.because());
      case PlanStep.Wait wait ->
          message.getWaitBuilder().addAllOn(wait.on().stream().map(Plans::write).toList());
      case PlanStep.Fail fail ->
          message.getFailBuilder().setMessage(fail.message()).setRemedy(fail.remedy());
      case PlanStep.Skip skip -> message.getSkipBuilder().setReason(skip.reason());
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
