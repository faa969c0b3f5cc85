package dev.plumbline.controller.model;

import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the controller needs of one inventory: resolved, checked, one catalog per node.
 *
 * @param source the inventory file, for messages
 * @param hash equal inventories give equal hashes
 * @param catalogs by node, in the order of the inventory; exports are not linked yet
 */
public record Bundle(
    String cluster,
    String source,
    String hash,
    List<InventoryNode> nodes,
    Map<String, EncodedCatalog> catalogs) {
  public Bundle {
    nodes = List.copyOf(nodes);
    catalogs = Collections.unmodifiableMap(new LinkedHashMap<>(catalogs));
  }

  /** The names of all nodes, in the order of the inventory. */
  public List<String> names() {
    return nodes.stream().map(InventoryNode::name).toList();
  }
}
