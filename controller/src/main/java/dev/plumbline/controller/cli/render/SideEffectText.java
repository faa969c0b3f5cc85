package dev.plumbline.controller.cli.render;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens besides: every package that comes along is named, but not on a line of its own. */
final class SideEffectText {
  /** How many that are added are shown with their versions, unless everything is asked for. */
  private static final int FEW = 20;

  private SideEffectText() {}

  static List<String> lines(
      List<PlanStep.SideEffect> effects, Ink ink, int width, boolean everything) {
    Map<Group, List<PlanStep.SideEffect>> groups = new LinkedHashMap<>();
    for (PlanStep.SideEffect effect : effects) {
      Group group =
          new Group(Sign.of(List.of(effect.change())), effect.id().kind(), effect.because());
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(effect);
    }
    List<String> lines = new ArrayList<>();
    groups.forEach((group, all) -> {
      boolean detailed = everything || group.sign() != Sign.ADD || all.size() <= FEW;
      List<String> items = all.stream().map(effect -> item(effect, detailed)).toList();
      lines.addAll(Paragraph.of(group.head(items.size(), ink), "      ", items, width));
    });
    return lines;
  }

  private static String item(PlanStep.SideEffect effect, boolean detailed) {
    String name = effect.id().name().isEmpty() ? effect.id().kind() : effect.id().name();
    return Printable.line(detailed ? name + detail(effect.change()) : name);
  }

  private static String detail(Change change) {
    return switch (change) {
      case Change.Certain certain -> {
        String from = certain.from();
        String to = certain.to();
        yield from == null
            ? to == null ? "" : " " + to
            : to == null ? " " + from : " " + from + " → " + to;
      }
      case Change.Text _, Change.Hidden _ -> "";
      case Change.KnownAfterApply _ -> " (known after apply)";
    };
  }

  private record Group(Sign sign, String kind, String because) {
    String head(int count, Ink ink) {
      String verb =
          switch (sign) {
            case ADD -> "also adds";
            case REMOVE -> "also removes";
            case CHANGE, WAIT, SKIP, FAIL -> "also changes";
          };
      String noun = count == 1 ? "1 " + kind : count + " " + kind + "s";
      return "  " + sign.painted(ink) + " " + because + " " + verb + " " + noun + ": ";
    }
  }
}
