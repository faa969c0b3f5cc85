package dev.plumbline.inventory;

import java.util.List;

/**
 * A group of nodes.
 *
 * @param nodes the names of all nodes that it holds, directly or by other groups
 */
public record Group(String name, List<String> nodes) {
  public Group {
    nodes = List.copyOf(nodes);
  }
}
