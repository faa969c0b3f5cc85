package dev.plumbline.controller.cli.render;

import dev.plumbline.resources.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What left the inventory and stays on its nodes as it is. */
public final class UnmanagedText {
  private UnmanagedText() {}

  /**
   * A paragraph for each set of resources, naming the nodes that have it in common.
   *
   * @param byNode nothing about nodes on which nothing left
   */
  public static List<String> lines(Map<String, Set<ResourceId>> byNode, int width) {
    Map<List<String>, List<String>> nodesByNames = new LinkedHashMap<>();
    byNode.forEach((node, resources) -> {
      List<String> names = resources.stream().map(id -> Printable.line(id.toString())).toList();
      nodesByNames.computeIfAbsent(names, _ -> new ArrayList<>()).add(node);
    });
    List<String> lines = new ArrayList<>();
    nodesByNames.forEach((names, nodes) -> {
      String head = String.join(", ", nodes) + ": no longer managed, stays as it is: ";
      lines.addAll(Paragraph.of(head, "    ", names, width));
    });
    return lines;
  }
}
