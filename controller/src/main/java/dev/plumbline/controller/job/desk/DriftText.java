package dev.plumbline.controller.job.desk;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node says of its drift, in words: from what was applied to what is. */
final class DriftText {
  private DriftText() {}

  static List<String> of(Plan plan) {
    List<String> changes = new ArrayList<>();
    for (PlanStep step : plan.steps()) {
      switch (step) {
        case PlanStep.Apply apply ->
            apply.changes().forEach(change -> changes.add(of(step, change)));
        case PlanStep.Withdraw withdraw ->
            withdraw.changes().forEach(change -> changes.add(of(step, change)));
        case PlanStep.Fail fail -> changes.add(step.id() + ": " + fail.message());
        case PlanStep.SideEffect _, PlanStep.Wait _, PlanStep.Skip _ -> {
          // Follows from another step, or is no difference.
        }
      }
    }
    return changes;
  }

  private static String of(PlanStep step, Change change) {
    String what = step.id() + " " + change.attribute();
    return switch (change) {
      case Change.Certain certain ->
          what + " " + value(certain.to()) + " → " + value(certain.from());
      case Change.Text _ -> what + " has another text";
      case Change.KnownAfterApply later -> what + " → " + value(later.from());
      case Change.Hidden _ -> what + " differs";
    };
  }

  private static String value(@Nullable String value) {
    return value == null ? "absent" : value;
  }
}
