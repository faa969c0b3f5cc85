package dev.plumbline.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a spec may know of the inventory that it stands in, seen from one node. */
public interface Cluster {
  /** The name of the node that the spec belongs to. */
  String self();

  /** All nodes, in the order of the inventory. */
  List<Node> nodes();

  /**
   * The nodes that a selector names: {@code all}, a group, a node.
   *
   * @return empty if there is no such group or node
   */
  Optional<List<Node>> select(String selector);

  /** All specs of one class: node name to resource name to spec, in the order of the inventory. */
  <S extends Spec> Map<String, Map<String, S>> specs(Class<S> type);

  /**
   * One node of the inventory.
   *
   * @param address the cluster's address of the node, IPv4 or IPv6, without prefix length
   * @param slots places for ranks, at least 1
   */
  record Node(String name, String address, int slots) {}
}
