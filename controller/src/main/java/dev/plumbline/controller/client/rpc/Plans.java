package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.util.List;
import java.util.stream.Collectors;

/** Decodes plans and outcomes. */
final class Plans {
  private Plans() {}

  static Plan decode(dev.plumbline.proto.v1.Plan plan) {
    return new Plan(
        plan.getNode(),
        plan.getCatalogHash(),
        plan.getStepsList().stream().map(Plans::step).toList(),
        plan.getObserved(),
        plan.getUnchanged(),
        plan.getUnmanagedList().stream().map(ResourceId::parse).toList());
  }

  private static PlanStep step(dev.plumbline.proto.v1.PlanStep step) {
    ResourceId id = ResourceId.parse(step.getResource());
    return switch (step.getStepCase()) {
      case APPLY ->
          new PlanStep.Apply(
              id,
              changes(step.getApply().getChangesList()),
              step.getApply().getSettledByList().stream()
                  .map(ResourceId::parse)
                  .collect(Collectors.toSet()));
      case WITHDRAW -> new PlanStep.Withdraw(id, changes(step.getWithdraw().getChangesList()));
      case SIDE_EFFECT ->
          new PlanStep.SideEffect(
              id, change(step.getSideEffect().getChange()), step.getSideEffect().getBecause());
      case WAIT ->
          new PlanStep.Wait(
              id,
              step.getWait().getOnList().stream()
                  .map(key ->
                      new ExportKey(
                          key.getNode(), ResourceId.parse(key.getResource()), key.getAttribute()))
                  .collect(Collectors.toSet()));
      case FAIL -> new PlanStep.Fail(id, step.getFail().getMessage(), step.getFail().getRemedy());
      case SKIP -> new PlanStep.Skip(id, step.getSkip().getReason());
      case STEP_NOT_SET ->
          new PlanStep.Fail(
              id,
              "the controller sent a step that this build does not know",
              "restart the controller with 'plumb controller stop' and 'plumb controller start'");
    };
  }

  private static List<Change> changes(List<dev.plumbline.proto.v1.Change> changes) {
    return changes.stream().map(Plans::change).toList();
  }

  private static Change change(dev.plumbline.proto.v1.Change change) {
    String from = change.hasFrom() ? change.getFrom() : null;
    String to = change.hasTo() ? change.getTo() : null;
    return switch (change.getForm()) {
      case CERTAIN, UNRECOGNIZED -> new Change.Certain(change.getAttribute(), from, to);
      case TEXT -> new Change.Text(change.getAttribute(), from, to);
      case KNOWN_AFTER_APPLY ->
          new Change.KnownAfterApply(change.getAttribute(), from, change.getTo());
      case HIDDEN -> new Change.Hidden(change.getAttribute());
    };
  }

  static RunEvent.StepDone stepDone(String node, dev.plumbline.proto.v1.StepDone done) {
    return new RunEvent.StepDone(
        node, ResourceId.parse(done.getResource()), outcome(done.getOutcome()));
  }

  private static Outcome outcome(dev.plumbline.proto.v1.Outcome outcome) {
    return switch (outcome.getOutcomeCase()) {
      case CHANGED -> new Outcome.Changed(changes(outcome.getChanged().getChangesList()));
      case UNCHANGED -> new Outcome.Unchanged();
      case SKIPPED -> new Outcome.Skipped(outcome.getSkipped().getReason());
      case WAITING -> new Outcome.Waiting(outcome.getWaiting().getOn());
      case FAILED ->
          new Outcome.Failed(outcome.getFailed().getMessage(), outcome.getFailed().getRemedy());
      case OUTCOME_NOT_SET ->
          new Outcome.Failed(
              "the controller sent an outcome that this build does not know",
              "restart the controller with 'plumb controller stop' and 'plumb controller start'");
    };
  }
}
