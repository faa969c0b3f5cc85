package dev.plumbline.controller.cli.json;

import dev.plumbline.controller.cli.render.NodeResult;
import dev.plumbline.controller.cli.render.Sign;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Plans, drift, and outcomes of steps. */
public final class PlanJson {
  private PlanJson() {}

  /**
   * A plan or a drift check.
   *
   * @param comparedWith what the nodes were compared with: a file, or {@code last applied revision}
   */
  public static Json of(String comparedWith, int exitCode, List<NodeResult> results) {
    return new Json()
        .put("compared_with", comparedWith)
        .put("exit_code", exitCode)
        .put("nodes", results, PlanJson::node);
  }

  private static Json node(NodeResult result) {
    Json json =
        new Json()
            .put("node", result.node())
            .put("state", result.state().word())
            .put("note", result.note())
            .put("install_agent", result.agentMissing())
            .put("failures", result.failures(), PlanJson::failure)
            .put("steps", result.plan().map(Plan::steps).orElse(List.of()), PlanJson::step)
            .put("unchanged", result.plan().map(Plan::unchanged).orElse(0));
    return json.put(
        "unmanaged",
        result.plan().map(Plan::unmanaged).orElse(List.of()).stream()
            .map(Object::toString)
            .toList());
  }

  private static Json failure(RunEvent.Failed failed) {
    return new Json().put("message", failed.message()).put("remedy", failed.remedy());
  }

  static Json step(PlanStep step) {
    Json json = new Json().put("resource", step.id().toString());
    return switch (step) {
      case PlanStep.Apply apply ->
          changes(json.put("action", action(apply.changes())), apply.changes())
              .put("settled_by", names(apply.settledBy()));
      case PlanStep.Withdraw withdraw ->
          changes(json.put("action", "withdraw"), withdraw.changes());
      case PlanStep.SideEffect effect ->
          changes(json.put("action", "side_effect"), List.of(effect.change()))
              .put("because", effect.because());
      case PlanStep.Wait wait -> json.put("action", "wait").put("waits_for", names(wait.on()));
      case PlanStep.Skip skip -> json.put("action", "skip").put("reason", skip.reason());
      case PlanStep.Fail fail ->
          json.put("action", "fail").put("message", fail.message()).put("remedy", fail.remedy());
    };
  }

  /** The end of a step. */
  public static Json outcome(RunEvent.StepDone done) {
    Json json = new Json().put("node", done.node()).put("resource", done.resource().toString());
    return switch (done.outcome()) {
      case Outcome.Changed changed -> changes(json.put("outcome", "changed"), changed.changes());
      case Outcome.Unchanged _ -> json.put("outcome", "unchanged");
      case Outcome.Skipped skipped ->
          json.put("outcome", "skipped").put("reason", skipped.reason());
      case Outcome.Waiting waiting -> json.put("outcome", "waiting").put("waits_for", waiting.on());
      case Outcome.Failed failed ->
          json.put("outcome", "failed")
              .put("message", failed.message())
              .put("remedy", failed.remedy());
    };
  }

  private static String action(List<Change> changes) {
    return Sign.of(changes).name().toLowerCase(Locale.ROOT);
  }

  private static List<String> names(Collection<?> things) {
    return things.stream().map(Object::toString).sorted().toList();
  }

  private static Json changes(Json json, List<Change> changes) {
    return json.put("changes", changes, PlanJson::change);
  }

  private static Json change(Change change) {
    Json json = new Json().put("attribute", change.attribute());
    return switch (change) {
      case Change.Certain certain ->
          json.put("form", "certain")
              .putOrNull("from", certain.from())
              .putOrNull("to", certain.to());
      case Change.Text text ->
          json.put("form", "text").putOrNull("from", text.from()).putOrNull("to", text.to());
      case Change.KnownAfterApply later ->
          json.put("form", "known_after_apply")
              .putOrNull("from", later.from())
              .put("source", later.source());
      case Change.Hidden _ -> json.put("form", "hidden");
    };
  }
}
