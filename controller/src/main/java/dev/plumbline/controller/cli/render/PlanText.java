package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plans of several nodes. What all of them have is told once, under all names; nodes with the
 * same rest share one text.
 */
public final class PlanText {
  private static final String UNMANAGED = "  no longer managed, stays as it is: ";

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
    Map<String, List<List<String>>> blocksByNode = new LinkedHashMap<>();
    results.forEach(result -> blocksByNode.put(result.node(), blocks(result)));
    List<String> planned =
        results.stream().filter(each -> each.plan().isPresent()).map(NodeResult::node).toList();
    List<List<String>> common = common(planned.stream().map(blocksByNode::get).toList());
    planned.forEach(node ->
        blocksByNode.computeIfPresent(
            node, (_, all) -> all.stream().filter(block -> !common.contains(block)).toList()));
    Map<List<List<String>>, List<String>> nodesByText = new LinkedHashMap<>();
    if (!common.isEmpty()) {
      nodesByText.put(common, planned);
    }
    blocksByNode.forEach((node, all) -> {
      if (!all.isEmpty()) {
        nodesByText.computeIfAbsent(all, _ -> new ArrayList<>()).add(node);
      }
    });
    List<String> lines = new ArrayList<>();
    nodesByText.forEach((text, nodes) -> {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(Paragraph.of("", "", nodes, width).stream().map(ink::bold).toList());
      text.forEach(lines::addAll);
    });
    return lines;
  }

  /** What all of several nodes have, in the order of the first. */
  private static List<List<String>> common(List<List<List<String>>> nodes) {
    if (nodes.size() < 2) {
      return List.of();
    }
    return nodes.getFirst().stream()
        .filter(block -> nodes.stream().allMatch(each -> each.contains(block)))
        .toList();
  }

  /** The lines about a node, those that belong together as one. */
  private List<List<String>> blocks(NodeResult result) {
    List<List<String>> blocks = new ArrayList<>();
    for (RunEvent.Failed failed : result.failures()) {
      blocks.add(
          List.of(
              "  "
                  + Sign.FAIL.painted(ink)
                  + " "
                  + FailureText.of(failed.message(), failed.remedy(), ink)));
    }
    if (result.agentMissing()) {
      blocks.add(
          List.of(
              "  "
                  + Sign.ADD.painted(ink)
                  + " "
                  + ink.bold("agent")
                  + "  install; the rest is known after that"));
    } else if (result.plan().isPresent()) {
      steps(result.plan().get(), blocks);
    } else if (blocks.isEmpty()) {
      String why = result.note().isEmpty() ? result.state().word() : result.note();
      blocks.add(List.of("  " + Sign.FAIL.painted(ink) + " " + ink.bad(Printable.line(why))));
    }
    return blocks;
  }

  private void steps(Plan plan, List<List<String>> blocks) {
    StepText text = new StepText(ink, width, everything);
    List<PlanStep.SideEffect> effects = new ArrayList<>();
    for (PlanStep step : plan.steps()) {
      if (step instanceof PlanStep.SideEffect effect) {
        effects.add(effect);
      } else {
        blocks.add(text.lines(step));
      }
    }
    if (!effects.isEmpty()) {
      blocks.add(SideEffectText.lines(effects, ink, width, everything));
    }
    if (!plan.unmanaged().isEmpty()) {
      List<String> names =
          plan.unmanaged().stream().map(id -> Printable.line(id.toString())).toList();
      blocks.add(Paragraph.of(UNMANAGED, "      ", names, width));
    }
    blocks.add(List.of("  " + ink.dim("= " + agree(plan.unchanged()))));
  }

  private static String agree(int resources) {
    return resources == 1 ? "1 resource agrees" : resources + " resources agree";
  }
}
