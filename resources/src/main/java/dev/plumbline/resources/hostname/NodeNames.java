package dev.plumbline.resources.hostname;

import dev.plumbline.resources.Cluster;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The names by which a node is known. */
public final class NodeNames {
  private NodeNames() {}

  /**
   * A host name with a domain first, as {@code hostname -f} wants it; then its first label, then
   * the node's name in the inventory.
   */
  public static Set<String> of(Cluster.Node node, Cluster cluster) {
    Set<String> names = new LinkedHashSet<>();
    for (HostnameSpec hostname :
        cluster.specs(HostnameSpec.class).getOrDefault(node.name(), Map.of()).values()) {
      names.add(hostname.name());
      names.add(hostname.name().split("\\.", 2)[0]);
    }
    names.add(node.name());
    return names;
  }
}
