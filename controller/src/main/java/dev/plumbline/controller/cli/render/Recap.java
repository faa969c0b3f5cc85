package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.NodeState;
import dev.plumbline.controller.client.NodeSummary;
import java.util.ArrayList;
import java.util.List;

/** How a run ended: one line per node, and one for all; or one line if there was nothing to do. */
public final class Recap {
  private final Ink ink;

  public Recap(Ink ink) {
    this.ink = ink;
  }

  public List<String> lines(List<NodeSummary> nodes, long elapsedMs) {
    if (nodes.stream().allMatch(Recap::untouched)) {
      return List.of(nothingToDo(nodes, elapsedMs));
    }
    Table table = new Table();
    for (NodeSummary node : nodes) {
      table.row(
          ink.bold(node.node()),
          state(node.state()),
          counted(node.changed(), "changed", ink::change),
          counted(node.unchanged(), "unchanged", text -> text),
          counted(node.waiting(), "waiting", ink::wait),
          counted(node.skipped(), "skipped", text -> text),
          counted(node.failed(), "failed", ink::bad),
          node.durationMs() == 0 ? "" : Elapsed.of(node.durationMs()),
          Printable.line(node.note()));
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(table.lines());
    lines.add("");
    lines.add(total(nodes, elapsedMs));
    return lines;
  }

  private static boolean untouched(NodeSummary node) {
    return node.state() == NodeState.CONVERGED
        && node.changed() + node.waiting() + node.skipped() + node.failed() == 0;
  }

  private String nothingToDo(List<NodeSummary> nodes, long elapsedMs) {
    int resources = nodes.stream().mapToInt(NodeSummary::unchanged).sum();
    return ink.good("Nothing to do: ")
        + (nodes.size() == 1 ? "1 node is" : nodes.size() + " nodes are")
        + " what the inventory says ("
        + resources
        + " resources, "
        + Elapsed.of(elapsedMs)
        + ").";
  }

  private String total(List<NodeSummary> nodes, long elapsedMs) {
    long converged = nodes.stream().filter(n -> n.state() == NodeState.CONVERGED).count();
    int changed = nodes.stream().mapToInt(NodeSummary::changed).sum();
    String text =
        converged
            + " of "
            + nodes.size()
            + (nodes.size() == 1 ? " node" : " nodes")
            + " converged, "
            + changed
            + " changed, in "
            + Elapsed.of(elapsedMs)
            + ".";
    return converged == nodes.size() ? ink.good(text) : ink.bad(text);
  }

  /** A state in its colour. */
  String state(NodeState state) {
    return switch (state) {
      case CONVERGED -> ink.good(state.word());
      case DIFFERS, PLANNED -> ink.change(state.word());
      case WAITING, OBSERVING, APPLYING -> ink.wait(state.word());
      case FAILED, OFFLINE -> ink.bad(state.word());
      case UNKNOWN -> ink.dim(state.word());
    };
  }

  private static String counted(
      int count, String word, java.util.function.UnaryOperator<String> paint) {
    return count == 0 ? "" : paint.apply(count + " " + word);
  }
}
