package dev.plumbline.controller.model;

import java.time.Instant;
import java.util.List;

/**
 * One inventory version that was applied.
 *
 * @param number counts from 1
 * @param hash of the bundle
 * @param source the inventory file, for messages
 * @param user who applied it first
 */
public record Generation(
    long number,
    String hash,
    String cluster,
    String source,
    Instant at,
    String user,
    List<InventoryNode> nodes) {
  public Generation {
    nodes = List.copyOf(nodes);
  }

  /** Before anything was applied. */
  public static final Generation NONE = new Generation(0, "", "", "", Instant.EPOCH, "", List.of());
}
