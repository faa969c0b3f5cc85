package dev.plumbline.agent.engine;

import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.Catalog;
import java.util.List;
import java.util.Set;

/**
 * What a node must become.
 *
 * @param hash the hash of the catalog
 * @param left what the last applied catalog held and this one does not, in the order of that one
 * @param owed reactions that earlier applies left undone
 */
public record Desired(Catalog catalog, String hash, List<Catalog.Entry> left, Owed owed) {
  public Desired {
    left = List.copyOf(left);
  }

  /** A catalog for a node that never had one. */
  public static Desired first(Catalog catalog, String hash) {
    return new Desired(catalog, hash, List.of(), Owed.NOTHING);
  }

  /**
   * A catalog that follows another.
   *
   * @param before the entries of the last applied catalog, and those that still have to be
   *     withdrawn from earlier ones
   */
  public static Desired after(List<Catalog.Entry> before, Owed owed, Catalog catalog, String hash) {
    Set<ResourceId> ids = catalog.ids();
    List<Catalog.Entry> left = before.stream().filter(entry -> !ids.contains(entry.id())).toList();
    return new Desired(catalog, hash, left, owed);
  }
}
