package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plans of several nodes; nodes with the same steps share one text. */
public final class PlanText {
  private final Ink ink;
  private final int width;
  private final boolean everything;

  /**
   * @param width columns of the terminal
   * @param everything whether long texts are shown whole
   */
  public PlanText(Ink ink, int width, boolean everything) {
    this.ink = ink;
    this.width = width;
    this.everything = everything;
  }

  public List<String> lines(List<NodeResult> results) {
    Map<List<String>, List<String>> nodesByText = new LinkedHashMap<>();
    for (NodeResult result : results) {
      nodesByText.computeIfAbsent(body(result), text -> new ArrayList<>()).add(result.node());
    }
    List<String> lines = new ArrayList<>();
    nodesByText.forEach((text, nodes) -> {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(Paragraph.of("", "", nodes, width).stream().map(ink::bold).toList());
      lines.addAll(text);
    });
    return lines;
  }

  private List<String> body(NodeResult result) {
    List<String> lines = new ArrayList<>();
    for (RunEvent.Failed failed : result.failures()) {
      lines.add(
          "  "
              + Sign.FAIL.painted(ink)
              + " "
              + FailureText.of(failed.message(), failed.remedy(), ink));
    }
    if (result.agentMissing()) {
      lines.add(
          "  "
              + Sign.ADD.painted(ink)
              + " "
              + ink.bold("agent")
              + "  install; the rest is known after that");
    } else if (result.plan().isPresent()) {
      steps(result.plan().get(), lines);
    } else if (lines.isEmpty()) {
      String why = result.note().isEmpty() ? result.state().word() : result.note();
      lines.add("  " + Sign.FAIL.painted(ink) + " " + ink.bad(Printable.line(why)));
    }
    return lines;
  }

  private void steps(Plan plan, List<String> lines) {
    StepText text = new StepText(ink, width, everything);
    List<PlanStep.SideEffect> effects = new ArrayList<>();
    for (PlanStep step : plan.steps()) {
      if (step instanceof PlanStep.SideEffect effect) {
        effects.add(effect);
      } else {
        lines.addAll(text.lines(step));
      }
    }
    lines.addAll(SideEffectText.lines(effects, ink, width));
    if (!plan.unmanaged().isEmpty()) {
      List<String> names =
          plan.unmanaged().stream().map(id -> Printable.line(id.toString())).toList();
      lines.addAll(Paragraph.of("  no longer managed, stays as it is: ", "      ", names, width));
    }
    lines.add("  " + ink.dim("= " + agree(plan.unchanged())));
  }

  private static String agree(int resources) {
    return resources == 1 ? "1 resource agrees" : resources + " resources agree";
  }
}
