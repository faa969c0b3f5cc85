package dev.plumbline.inventory.state;

import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.Order;
import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes catalogs, and checks that their resources have an order. What is wrong on many nodes by the
 * same line is one problem.
 */
public final class Ordering {
  private final Registry registry;
  private final Problems problems;
  private final Set<Origin> unknown = new HashSet<>();

  public Ordering(Registry registry, Problems problems) {
    this.registry = registry;
    this.problems = problems;
  }

  /** The catalog of a node, without the resources whose specs are wrong. */
  public static Catalog catalog(String node, List<StateEntry> entries) {
    List<Catalog.Entry> catalog = new ArrayList<>();
    for (StateEntry entry : entries) {
      Set<ResourceId> after = new LinkedHashSet<>();
      entry.after().forEach(before -> after.add(before.id()));
      entry.spec().ifPresent(spec -> catalog.add(new Catalog.Entry(entry.id(), spec, after)));
    }
    return new Catalog(node, catalog);
  }

  /** Checks that what the user ordered is there, and that some order fits. */
  public void check(String node, List<StateEntry> entries) {
    Set<ResourceId> ids = entries.stream().map(StateEntry::id).collect(Collectors.toSet());
    entries.forEach(entry -> checkAfter(node, entry, ids));
    switch (Order.of(catalog(node, entries), registry)) {
      case Order.Sorted _ -> {}
      case Order.Cycle cycle -> reportCycle(cycle.path(), entries);
    }
  }

  private void checkAfter(String node, StateEntry entry, Set<ResourceId> ids) {
    for (StateEntry.After after : entry.after()) {
      if (after.id().equals(entry.id())) {
        reportCycle(List.of(entry.id(), entry.id()), List.of(entry));
      } else if (!ids.contains(after.id()) && unknown.add(after.origin())) {
        List<String> known = ids.stream().map(ResourceId::toString).toList();
        problems.add(
            "after-unknown",
            after.origin(),
            "node " + node + " has no " + after.id() + Suggestion.of(after.id().toString(), known));
      }
    }
  }

  /** A cycle is told at the {@code after} that closes it, where a user wrote one. */
  private void reportCycle(List<ResourceId> path, List<StateEntry> entries) {
    Origin origin =
        entries.stream()
            .filter(entry -> path.contains(entry.id()))
            .flatMap(entry -> entry.after().stream())
            .filter(after -> path.contains(after.id()))
            .map(StateEntry.After::origin)
            .min(Origin::compareTo)
            .orElseGet(() ->
                entries.stream()
                    .filter(entry -> path.contains(entry.id()))
                    .map(StateEntry::key)
                    .min(Origin::compareTo)
                    .orElseThrow());
    problems.add(
        "order-cycle",
        origin,
        "no order fits, each of these must come after the next: "
            + path.stream().map(ResourceId::toString).collect(Collectors.joining(" → ")));
  }
}
