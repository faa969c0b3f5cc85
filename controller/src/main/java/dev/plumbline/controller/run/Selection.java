package dev.plumbline.controller.run;

import dev.plumbline.controller.model.Bundle;
import dev.plumbline.controller.model.Generation;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.controller.reconcile.Linker;
import dev.plumbline.controller.reconcile.Wanted;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The nodes that a run has to do with: those that it is about, and those whose exports they take.
 */
final class Selection {
  private Selection() {}

  /**
   * @return by name; the selected ones first, in the order of the inventory
   */
  static Map<String, NodeRun> of(RunRequest request, Generation generation, Linker linker)
      throws Refusal {
    List<InventoryNode> inventory = request.bundle().map(Bundle::nodes).orElse(generation.nodes());
    if (request.bundle().isEmpty() && generation.number() == 0) {
      throw new Refusal(
          Refusal.Kind.TOO_EARLY,
          "nothing was applied yet, so there is nothing to compare with; run plumb apply first, or"
              + " compare with the inventory: plumb plan");
    }
    List<String> names = inventory.stream().map(InventoryNode::name).toList();
    Set<String> known = new HashSet<>(names);
    List<String> unknown =
        request.limit().stream().filter(name -> !known.contains(name)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.INVALID,
          "the inventory has no node "
              + String.join(", ", unknown)
              + " (its nodes: "
              + String.join(", ", names)
              + ")");
    }
    Set<String> limit = Set.copyOf(request.limit());
    Map<String, NodeRun> nodes = new LinkedHashMap<>();
    for (String name : names) {
      if (limit.isEmpty() || limit.contains(name)) {
        nodes.put(name, new NodeRun(name, true, wanted(request, name, linker)));
      }
    }
    Map<String, RunRequest.Unreached> unreached =
        request.unreached().stream()
            .collect(
                Collectors.toMap(RunRequest.Unreached::node, Function.identity(), (a, _) -> a));
    nodes.values().forEach(node -> node.unreached = Optional.ofNullable(unreached.get(node.name)));
    for (NodeRun node : List.copyOf(nodes.values())) {
      node.wanted.stream()
          .flatMap(wanted -> wanted.takes().stream())
          .map(ExportKey::node)
          .forEach(owner ->
              nodes.computeIfAbsent(owner, name -> new NodeRun(name, false, Optional.empty())));
    }
    return nodes;
  }

  private static Optional<Wanted> wanted(RunRequest request, String node, Linker linker)
      throws Refusal {
    if (request.bundle().isEmpty()) {
      return Optional.empty();
    }
    EncodedCatalog catalog = request.bundle().get().catalogs().get(node);
    if (catalog == null) {
      throw new Refusal(Refusal.Kind.INVALID, "the inventory came without a catalog of " + node);
    }
    try {
      return Optional.of(linker.prepare(catalog));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Refusal.Kind.INVALID, "the catalog of " + node + " cannot be read: " + e.getMessage());
    }
  }
}
