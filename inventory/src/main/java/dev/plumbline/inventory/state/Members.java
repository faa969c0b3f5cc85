package dev.plumbline.inventory.state;

import dev.plumbline.resources.Cluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of the cluster, and what names them.
 *
 * @param selectors {@code all}, every group and every node
 */
public record Members(List<Cluster.Node> nodes, Map<String, List<Cluster.Node>> selectors) {

  /**
   * @param groups the names of the members by group, without {@code all}
   */
  public static Members of(List<Cluster.Node> nodes, Map<String, List<String>> groups) {
    Map<String, List<Cluster.Node>> selectors = new HashMap<>();
    nodes.forEach(node -> selectors.put(node.name(), List.of(node)));
    groups.forEach((group, members) ->
        selectors.put(
            group, nodes.stream().filter(node -> members.contains(node.name())).toList()));
    selectors.put("all", nodes);
    return new Members(List.copyOf(nodes), selectors);
  }
}
