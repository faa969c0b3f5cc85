package dev.plumbline.controller.client;

import dev.plumbline.inventory.input.Reading;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.List;

/**
 * Everything that the controller needs of an inventory: resolved, checked, one catalog per node.
 *
 * @param source the inventory file, for messages
 * @param hash equal inventories have equal hashes
 * @param catalogs in the order of the nodes
 * @param readings all that it was made of; empty if that cannot be said
 */
public record Desired(
    String cluster,
    String source,
    String hash,
    List<Member> nodes,
    List<EncodedCatalog> catalogs,
    List<Reading> readings) {
  public Desired {
    nodes = List.copyOf(nodes);
    catalogs = List.copyOf(catalogs);
    readings = List.copyOf(readings);
  }

  /** One node, and the groups that it is in. */
  public record Member(Cluster.Node node, List<String> groups) {
    public Member {
      groups = List.copyOf(groups);
    }
  }

  /** The names of all nodes, in the order of the inventory. */
  public List<String> names() {
    return nodes.stream().map(member -> member.node().name()).toList();
  }
}
