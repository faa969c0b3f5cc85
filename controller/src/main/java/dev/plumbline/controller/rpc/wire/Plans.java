package dev.plumbline.controller.rpc.wire;

import dev.plumbline.proto.v1.PlanStep;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans. */
final class Plans {
  private Plans() {}

  static Plan read(dev.plumbline.proto.v1.Plan plan) {
    return new Plan(
        plan.getNode(),
        plan.getCatalogHash(),
        plan.getStepsList().stream().map(Plans::read).toList(),
        plan.getObserved(),
        plan.getUnchanged(),
        plan.getUnmanagedList().stream().map(ResourceId::parse).toList());
  }

  private static dev.plumbline.resources.plan.PlanStep read(PlanStep step) {
    ResourceId id = ResourceId.parse(step.getResource());
    return switch (step.getStepCase()) {
      case APPLY ->
          new dev.plumbline.resources.plan.PlanStep.Apply(
              id,
              step.getApply().getChangesList().stream().map(Changes::read).toList(),
              step.getApply().getSettledByList().stream()
                  .map(ResourceId::parse)
                  .collect(Collectors.toSet()));
      case WITHDRAW ->
          new dev.plumbline.resources.plan.PlanStep.Withdraw(
              id, step.getWithdraw().getChangesList().stream().map(Changes::read).toList());
      case SIDE_EFFECT ->
          new dev.plumbline.resources.plan.PlanStep.SideEffect(
              id,
              Changes.read(step.getSideEffect().getChange()),
              step.getSideEffect().getBecause());
      case WAIT ->
          new dev.plumbline.resources.plan.PlanStep.Wait(
              id, step.getWait().getOnList().stream().map(Plans::key).collect(Collectors.toSet()));
      case FAIL ->
          new dev.plumbline.resources.plan.PlanStep.Fail(
              id, step.getFail().getMessage(), step.getFail().getRemedy());
      case SKIP -> new dev.plumbline.resources.plan.PlanStep.Skip(id, step.getSkip().getReason());
      case STEP_NOT_SET -> throw new IllegalArgumentException("step of " + id + " is empty");
    };
  }

  static dev.plumbline.proto.v1.Plan write(Plan plan) {
    return dev.plumbline.proto.v1.Plan.newBuilder()
        .setNode(plan.node())
        .setCatalogHash(plan.catalogHash())
        .addAllSteps(plan.steps().stream().map(Plans::write).toList())
        .setObserved(plan.observed())
        .setUnchanged(plan.unchanged())
        .addAllUnmanaged(plan.unmanaged().stream().map(ResourceId::toString).toList())
        .build();
  }

  private static PlanStep write(dev.plumbline.resources.plan.PlanStep step) {
    PlanStep.Builder builder = PlanStep.newBuilder().setResource(step.id().toString());
    switch (step) {
      case dev.plumbline.resources.plan.PlanStep.Apply apply ->
          builder.setApply(
              PlanStep.Apply.newBuilder()
                  .addAllChanges(apply.changes().stream().map(Changes::write).toList())
                  .addAllSettledBy(sorted(apply.settledBy())));
      case dev.plumbline.resources.plan.PlanStep.Withdraw withdraw ->
          builder.setWithdraw(
              PlanStep.Withdraw.newBuilder()
                  .addAllChanges(withdraw.changes().stream().map(Changes::write).toList()));
      case dev.plumbline.resources.plan.PlanStep.SideEffect effect ->
          builder.setSideEffect(
              PlanStep.SideEffect.newBuilder()
                  .setChange(Changes.write(effect.change()))
                  .setBecause(effect.because()));
      case dev.plumbline.resources.plan.PlanStep.Wait wait ->
          builder.setWait(
              PlanStep.Wait.newBuilder().addAllOn(wait.on().stream().map(Plans::key).toList()));
      case dev.plumbline.resources.plan.PlanStep.Fail fail ->
          builder.setFail(
              PlanStep.Fail.newBuilder().setMessage(fail.message()).setRemedy(fail.remedy()));
      case dev.plumbline.resources.plan.PlanStep.Skip skip ->
          builder.setSkip(PlanStep.Skip.newBuilder().setReason(skip.reason()));
    }
    return builder.build();
  }

  private static List<String> sorted(Set<ResourceId> ids) {
    return ids.stream().sorted().map(ResourceId::toString).toList();
  }

  private static ExportKey key(dev.plumbline.proto.v1.ExportKey key) {
    return new ExportKey(key.getNode(), ResourceId.parse(key.getResource()), key.getAttribute());
  }

  private static dev.plumbline.proto.v1.ExportKey key(ExportKey key) {
    return dev.plumbline.proto.v1.ExportKey.newBuilder()
        .setNode(key.node())
        .setResource(key.resource().toString())
        .setAttribute(key.attribute())
        .build();
  }
}
