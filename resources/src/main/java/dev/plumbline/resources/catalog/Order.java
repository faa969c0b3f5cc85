package dev.plumbline.resources.catalog;

import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which the resources of a node are carried out. */
public sealed interface Order {
  /** Every resource stands after all that it needs. */
  record Sorted(List<Catalog.Entry> entries) implements Order {}

  /**
   * There is no such order.
   *
   * @param path each resource needs the next; the last equals the first
   */
  record Cycle(List<ResourceId> path) implements Order {}

  /** Sorts a catalog of the standard kinds. */
  static Order of(Catalog catalog) {
    return of(catalog, ResourceTypes.standard());
  }

  /** Sorts by the graph; where it leaves a choice, by the order of the kinds, then by name. */
  static Order of(Catalog catalog, Registry registry) {
    Map<ResourceId, Catalog.Entry> entries = new LinkedHashMap<>();
    catalog.entries().stream()
        .sorted(
            Comparator.<Catalog.Entry>comparingInt(entry -> registry.rank(entry.id().kind()))
                .thenComparing(Catalog.Entry::id))
        .forEach(entry -> entries.put(entry.id(), entry));
    Map<ResourceId, Set<ResourceId>> before = catalog.before();

    List<Catalog.Entry> sorted = new ArrayList<>();
    while (!entries.isEmpty()) {
      Catalog.Entry next = null;
      for (Catalog.Entry entry : entries.values()) {
        if (before.getOrDefault(entry.id(), Set.of()).stream().noneMatch(entries::containsKey)) {
          next = entry;
          break;
        }
      }
      if (next == null) {
        return new Cycle(cycle(entries.keySet(), before));
      }
      entries.remove(next.id());
      sorted.add(next);
    }
    return new Sorted(List.copyOf(sorted));
  }

  /** Follows the graph among resources that all still wait, until one comes again. */
  private static List<ResourceId> cycle(
      Set<ResourceId> stuck, Map<ResourceId, Set<ResourceId>> before) {
    List<ResourceId> path = new ArrayList<>();
    ResourceId at = stuck.iterator().next();
    while (!path.contains(at)) {
      path.add(at);
      at =
          before.getOrDefault(at, Set.of()).stream()
              .filter(stuck::contains)
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    path.add(at);
    return List.copyOf(path.subList(path.indexOf(at), path.size()));
  }
}
