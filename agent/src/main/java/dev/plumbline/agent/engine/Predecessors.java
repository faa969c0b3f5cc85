package dev.plumbline.agent.engine;

import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.Catalog;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which resources must be right before which, directly or through others. */
final class Predecessors {
  private final Map<ResourceId, Set<ResourceId>> all = new HashMap<>();

  /**
   * @param sorted the catalog's entries, each after all that it needs
   */
  Predecessors(Catalog catalog, List<Catalog.Entry> sorted) {
    for (Catalog.Entry entry : sorted) {
      Set<ResourceId> closure = new LinkedHashSet<>();
      for (ResourceId direct : catalog.before(entry)) {
        closure.addAll(of(direct));
        closure.add(direct);
      }
      all.put(entry.id(), closure);
    }
  }

  Set<ResourceId> of(ResourceId id) {
    return all.getOrDefault(id, Set.of());
  }

  /** The first of them that is in {@code some}. */
  Optional<ResourceId> first(ResourceId id, Set<ResourceId> some) {
    return of(id).stream().filter(some::contains).findFirst();
  }
}
