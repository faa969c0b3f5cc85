package dev.plumbline.inventory;

import dev.plumbline.inventory.document.ControllerSettings;
import dev.plumbline.inventory.document.JobSettings;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.EncodedCatalog;
import dev.plumbline.resources.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every node of a cluster must be: complete, checked, and free of anything local. */
public final class Inventory {
  private final String cluster;
  private final InventoryFile file;
  private final ControllerSettings controller;
  private final JobSettings jobs;
  private final List<Group> groups;
  private final Map<String, NodeDetails> details;
  private @Nullable String hash;

  /**
   * @param details by node name, in the order of the text
   */
  Inventory(
      String cluster,
      InventoryFile file,
      ControllerSettings controller,
      JobSettings jobs,
      List<Group> groups,
      Map<String, NodeDetails> details) {
    this.cluster = cluster;
    this.file = file;
    this.controller = controller;
    this.jobs = jobs;
    this.groups = List.copyOf(groups);
    this.details = details;
  }

  /** The name of the cluster. */
  public String cluster() {
    return cluster;
  }

  public InventoryFile file() {
    return file;
  }

  public ControllerSettings controller() {
    return controller;
  }

  public JobSettings jobs() {
    return jobs;
  }

  /** All nodes, in the order of the text. */
  public List<Node> nodes() {
    return details.values().stream().map(NodeDetails::node).toList();
  }

  public Optional<Node> node(String name) {
    return Optional.ofNullable(details.get(name)).map(NodeDetails::node);
  }

  /** All groups but {@code all}, in the order in which they apply. */
  public List<Group> groups() {
    return groups;
  }

  /**
   * The nodes that a selector names: {@code all}, a group, a node.
   *
   * @return empty if there is no such group or node
   */
  public Optional<List<Node>> select(String selector) {
    if (selector.equals("all")) {
      return Optional.of(nodes());
    }
    Set<String> names = new LinkedHashSet<>();
    groups.stream()
        .filter(group -> group.name().equals(selector))
        .forEach(group -> names.addAll(group.nodes()));
    boolean isGroup = groups.stream().anyMatch(group -> group.name().equals(selector));
    return isGroup
        ? Optional.of(nodes().stream().filter(node -> names.contains(node.name())).toList())
        : node(selector).map(List::of);
  }

  /**
   * All specs of one node.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public Catalog catalog(String node) {
    return details(node).catalog();
  }

  /**
   * All specs of one node as they travel.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public EncodedCatalog encoded(String node) {
    return details(node).encoded();
  }

  /**
   * The merged state of one node as a tree, named lists as maps.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public Value.Mapping state(String node) {
    return details(node).state();
  }

  /**
   * Which line gave each value of one node's state and connect.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public List<Explained> explain(String node) {
    return details(node).explained();
  }

  /**
   * SHA-256 over everything that nodes must be, lower-case hexadecimal: inventories of one meaning
   * have one hash, however they are written. How nodes and controller are reached is no part of it.
   */
  public String hash() {
    String known = hash;
    if (known == null) {
      known = InventoryHash.of(cluster, details.values());
      hash = known;
    }
    return known;
  }

  private NodeDetails details(String node) {
    NodeDetails found = details.get(node);
    if (found == null) {
      throw new IllegalArgumentException("there is no node " + node);
    }
    return found;
  }
}
