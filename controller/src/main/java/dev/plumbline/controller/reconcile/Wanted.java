package dev.plumbline.controller.reconcile;

import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.Set;

/**
 * A node's catalog before exports are linked in.
 *
 * @param whole the catalog as the inventory gave it
 * @param open the resources of it that take exports of other nodes, decoded
 * @param takes all exports that they take in, needed or not
 */
public record Wanted(EncodedCatalog whole, Catalog open, Set<ExportKey> takes) {
  public Wanted {
    takes = Set.copyOf(takes);
  }
}
