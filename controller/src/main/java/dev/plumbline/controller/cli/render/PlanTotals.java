package dev.plumbline.controller.cli.render;

import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several plans come to, in one line. */
public final class PlanTotals {
  private PlanTotals() {}

  /** "3 to add, 4 to change, 1 waits", or empty if no plan has a step. */
  public static String of(List<NodeResult> results) {
    Map<Sign, Integer> totals = new EnumMap<>(Sign.class);
    for (NodeResult result : results) {
      result
          .plan()
          .ifPresent(plan ->
              plan.steps()
                  .forEach(
                      step -> sign(step).ifPresent(sign -> totals.merge(sign, 1, Integer::sum))));
    }
    List<String> parts = new ArrayList<>();
    totals.forEach((sign, count) -> parts.add(count + " " + words(sign, count)));
    return String.join(", ", parts);
  }

  private static Optional<Sign> sign(PlanStep step) {
    return switch (step) {
      case PlanStep.Apply apply -> Optional.of(Sign.of(apply.changes()));
      case PlanStep.Withdraw withdraw -> Optional.of(Sign.of(withdraw.changes()));
      case PlanStep.SideEffect _ -> Optional.empty();
      case PlanStep.Wait _ -> Optional.of(Sign.WAIT);
      case PlanStep.Skip _ -> Optional.of(Sign.SKIP);
      case PlanStep.Fail _ -> Optional.of(Sign.FAIL);
    };
  }

  private static String words(Sign sign, int count) {
    return switch (sign) {
      case ADD -> "to add";
      case CHANGE -> "to change";
      case REMOVE -> "to remove";
      case WAIT -> count == 1 ? "waits" : "wait";
      case SKIP -> "skipped";
      case FAIL -> count == 1 ? "fails" : "fail";
    };
  }
}
