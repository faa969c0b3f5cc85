package dev.plumbline.agent.engine;

import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.Catalog;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which resources come before which, directly or through others. */
final class Predecessors {
  private final Map<ResourceId, Set<ResourceId>> all;
  private final Map<ResourceId, Set<ResourceId>> required;

  /**
   * @param sorted the catalog's entries, each after all that come before it
   */
  Predecessors(Catalog catalog, List<Catalog.Entry> sorted) {
    all = closures(sorted, catalog.before());
    required = closures(sorted, catalog.required());
  }

  private static Map<ResourceId, Set<ResourceId>> closures(
      List<Catalog.Entry> sorted, Map<ResourceId, Set<ResourceId>> direct) {
    Map<ResourceId, Set<ResourceId>> closures = new HashMap<>();
    for (Catalog.Entry entry : sorted) {
      Set<ResourceId> closure = new LinkedHashSet<>();
      for (ResourceId before : direct.getOrDefault(entry.id(), Set.of())) {
        closure.addAll(closures.getOrDefault(before, Set.of()));
        closure.add(before);
      }
      closures.put(entry.id(), closure);
    }
    return closures;
  }

  /** What comes before it, whether it needs that or not. */
  Set<ResourceId> of(ResourceId id) {
    return all.getOrDefault(id, Set.of());
  }

  /** What must be right before it. */
  Set<ResourceId> required(ResourceId id) {
    return required.getOrDefault(id, Set.of());
  }

  /** The first resource that must be right before it and is in {@code some}. */
  Optional<ResourceId> first(ResourceId id, Set<ResourceId> some) {
    return required(id).stream().filter(some::contains).findFirst();
  }
}
