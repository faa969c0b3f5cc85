package dev.plumbline.controller.cli.render;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** One step of a plan. */
final class StepText {
  private static final String INDENT = "      ";

  private final Ink ink;
  private final int width;
  private final ChangeText changes;

  StepText(Ink ink, int width, boolean everything) {
    this.ink = ink;
    this.width = width;
    this.changes = new ChangeText(ink, width - INDENT.length(), everything);
  }

  List<String> lines(PlanStep step) {
    return switch (step) {
      case PlanStep.Apply apply ->
          changed(apply.id(), Sign.of(apply.changes()), apply.changes(), settled(apply));
      case PlanStep.Withdraw withdraw ->
          changed(
              withdraw.id(),
              Sign.of(withdraw.changes()),
              withdraw.changes(),
              "(no longer in the inventory)");
      case PlanStep.SideEffect effect ->
          changed(
              effect.id(),
              Sign.of(List.of(effect.change())),
              List.of(effect.change()),
              "(comes along with " + effect.because() + ")");
      case PlanStep.Wait wait ->
          List.of(head(Sign.WAIT, wait.id()) + "  " + ink.wait("waits for " + names(wait.on())));
      case PlanStep.Skip skip ->
          List.of(
              head(Sign.SKIP, skip.id())
                  + "  "
                  + ink.dim("skipped: " + Printable.line(skip.reason())));
      case PlanStep.Fail fail ->
          List.of(
              head(Sign.FAIL, fail.id())
                  + "  "
                  + FailureText.of(fail.message(), fail.remedy(), ink));
    };
  }

  private List<String> changed(ResourceId id, Sign sign, List<Change> all, String note) {
    String head = head(sign, id) + (note.isEmpty() ? "" : "  " + ink.dim(note));
    if (all.size() == 1) {
      String inline = changes.inline(all.getFirst(), sign);
      if (!inline.isEmpty() && Lengths.visible(head) + 2 + inline.length() <= width) {
        return List.of(head + "  " + inline);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(head);
    for (Change change : all) {
      changes.lines(change, sign).forEach(line -> lines.add(INDENT + line));
    }
    return lines;
  }

  private String head(Sign sign, ResourceId id) {
    return "  " + sign.painted(ink) + " " + ink.bold(Printable.line(id.toString()));
  }

  private static String settled(PlanStep.Apply apply) {
    return apply.settledBy().isEmpty()
        ? ""
        : "(may be settled by " + someNames(apply.settledBy()) + ")";
  }

  /** One or two names, or the first and the number of the others. */
  private static String someNames(Collection<?> things) {
    return things.size() <= 2
        ? names(things)
        : things.stream().map(thing -> Printable.line(thing.toString())).sorted().findFirst().get()
            + " and "
            + (things.size() - 1)
            + " more";
  }

  private static String names(Collection<?> things) {
    return things.stream()
        .map(thing -> Printable.line(thing.toString()))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
