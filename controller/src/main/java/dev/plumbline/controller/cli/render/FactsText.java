package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.NodeFacts;
import java.util.ArrayList;
import java.util.List;

/** What nodes have and nobody manages. */
public final class FactsText {
  private final Ink ink;

  public FactsText(Ink ink) {
    this.ink = ink;
  }

  public List<String> lines(List<NodeFacts> nodes) {
    List<String> lines = new ArrayList<>();
    for (NodeFacts node : nodes) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(ink.bold(node.node()));
      if (!node.failure().isEmpty()) {
        lines.add("  " + Sign.FAIL.painted(ink) + " " + ink.bad(Printable.line(node.failure())));
      }
      Table table = new Table();
      node.values().forEach((name, value) -> table.row("  " + name, Printable.line(value)));
      lines.addAll(table.lines());
    }
    return lines;
  }
}
