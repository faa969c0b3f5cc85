package dev.plumbline.inventory.state;

import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Spec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All nodes and their specs at one moment of resolving, as specs may see them. */
final class Snapshot {
  private final List<Cluster.Node> nodes;
  private final Map<String, List<Cluster.Node>> selectors;
  private final Map<String, List<StateEntry>> entries;
  private final Map<Class<?>, Map<String, Map<String, Spec>>> byType = new HashMap<>();

  Snapshot(Members members, Map<String, List<StateEntry>> entries) {
    this.nodes = members.nodes();
    this.selectors = members.selectors();
    this.entries = entries;
  }

  Seen seenFrom(String node) {
    return new Seen(node);
  }

  private Map<String, Map<String, Spec>> specs(Class<? extends Spec> type) {
    return byType.computeIfAbsent(
        type,
        _ -> {
          Map<String, Map<String, Spec>> found = new LinkedHashMap<>();
          entries.forEach((node, list) -> {
            Map<String, Spec> byName = new LinkedHashMap<>();
            for (StateEntry entry : list) {
              entry
                  .spec()
                  .filter(type::isInstance)
                  .ifPresent(spec -> byName.put(entry.id().name(), spec));
            }
            if (!byName.isEmpty()) {
              found.put(node, byName);
            }
          });
          return found;
        });
  }

  /** The cluster, seen from one node. */
  final class Seen implements Cluster {
    private final String self;
    private boolean askedForItself;

    private Seen(String self) {
      this.self = self;
    }

    /** Whether what was asked could depend on the node. */
    boolean wasAskedForItself() {
      return askedForItself;
    }

    @Override
    public String self() {
      askedForItself = true;
      return self;
    }

    @Override
    public List<Node> nodes() {
      return nodes;
    }

    @Override
    public Optional<List<Node>> select(String selector) {
      return Optional.ofNullable(selectors.get(selector));
    }

    @Override
    @SuppressWarnings("unchecked") // The inner maps hold instances of the type only.
    public <S extends Spec> Map<String, Map<String, S>> specs(Class<S> type) {
      return (Map<String, Map<String, S>>) (Map<String, ?>) Snapshot.this.specs(type);
    }
  }
}
