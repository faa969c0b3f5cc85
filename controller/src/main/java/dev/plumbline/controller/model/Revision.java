package dev.plumbline.controller.model;

import dev.plumbline.resources.ExportKey;
import java.util.Map;

/**
 * The last revision that a node's catalog was given.
 *
 * @param number counts from 1
 * @param generation of the inventory that it was made from
 * @param hash of the linked catalog
 * @param linked the digests of the exports that were linked in
 */
public record Revision(long number, long generation, String hash, Map<ExportKey, String> linked) {
  public Revision {
    linked = Map.copyOf(linked);
  }

  /** The revision of a node that was never sent a catalog. */
  public static final Revision NONE = new Revision(0, 0, "", Map.of());
}
