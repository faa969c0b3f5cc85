package dev.plumbline.controller.reconcile;

import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A node's catalog with all exports linked in that are known.
 *
 * @param catalog resources that still lack exports stand in it unlinked: the agent reports them as
 *     waiting and leaves them alone, where one that is left out would be taken for one that left
 *     the inventory
 * @param missing what each waiting resource lacks
 * @param linked the digests of the exports that were linked in
 */
public record LinkedCatalog(
    EncodedCatalog catalog,
    Map<ResourceId, Set<ExportKey>> missing,
    Map<ExportKey, String> linked) {
  public LinkedCatalog {
    missing = Map.copyOf(missing);
    linked = Map.copyOf(linked);
  }

  /** Every export that some resource lacks. */
  public Set<ExportKey> lacks() {
    return missing.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}
