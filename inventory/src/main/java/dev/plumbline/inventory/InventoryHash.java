package dev.plumbline.inventory;

import dev.plumbline.resources.Secret;
import dev.plumbline.resources.codec.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The hash of what an inventory means. */
final class InventoryHash {
  private InventoryHash() {}

  /** The order of the nodes counts, for it is the order of ranks. */
  static String of(String cluster, Collection<NodeDetails> nodes) {
    String json =
        CanonicalJson.object(
            Map.of(
                "cluster", CanonicalJson.string(cluster),
                "nodes", CanonicalJson.array(nodes.stream().map(InventoryHash::node).toList())));
    return Secret.digestOf(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String node(NodeDetails details) {
    Node node = details.node();
    List<String> groups = node.groups().stream().sorted().map(CanonicalJson::string).toList();
    return CanonicalJson.object(
        Map.of(
            "address", CanonicalJson.string(node.address().toString()),
            "catalog", CanonicalJson.string(details.encoded().hash()),
            "groups", CanonicalJson.array(groups),
            "name", CanonicalJson.string(node.name()),
            "slots", Integer.toString(node.slots())));
  }
}
