package dev.plumbline.resources.contract;

import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster in which fixtures stand: a master and two workers.
 *
 * @param states name to spec, by node and class
 */
public record TestCluster(String self, Map<String, Map<Class<?>, Map<String, Spec>>> states)
    implements Cluster {
  public static final List<Node> NODES =
      List.of(
          new Node("master", "192.168.56.10", 2),
          new Node("worker1", "192.168.56.11", 2),
          new Node("worker2", "192.168.56.12", 2));

  /** The cluster of a test in which no other resource matters. */
  public static TestCluster of(String self) {
    return new TestCluster(self, Map.of());
  }

  @Override
  public List<Node> nodes() {
    return NODES;
  }

  @Override
  public Optional<List<Node>> select(String selector) {
    return switch (selector) {
      case "all" -> Optional.of(NODES);
      case "managers", "master" -> Optional.of(NODES.subList(0, 1));
      case "workers" -> Optional.of(NODES.subList(1, 3));
      case "worker1" -> Optional.of(NODES.subList(1, 2));
      case "worker2" -> Optional.of(NODES.subList(2, 3));
      default -> Optional.empty();
    };
  }

  @Override
  public <S extends Spec> Map<String, Map<String, S>> specs(Class<S> type) {
    Map<String, Map<String, S>> found = new LinkedHashMap<>();
    for (Node node : NODES) {
      Map<String, S> ofNode = new LinkedHashMap<>();
      states
          .getOrDefault(node.name(), Map.of())
          .getOrDefault(type, Map.of())
          .forEach((name, spec) -> ofNode.put(name, type.cast(spec)));
      if (!ofNode.isEmpty()) {
        found.put(node.name(), ofNode);
      }
    }
    return found;
  }
}
