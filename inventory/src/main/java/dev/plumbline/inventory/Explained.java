package dev.plumbline.inventory;

import dev.plumbline.resources.value.Origin;
import java.util.List;

/**
 * Which line gave one value of a node.
 *
 * @param path the keys from {@code state} or {@code connect} down to the value
 * @param value the value as it holds; {@code (secret)} for a secret
 * @param from who gave it
 * @param overridden who else set the same and had no effect, the most general first
 */
public record Explained(List<String> path, String value, Source from, List<Source> overridden) {
  public Explained {
    path = List.copyOf(path);
    overridden = List.copyOf(overridden);
  }

  /**
   * A line of the inventory.
   *
   * @param layer what the line belongs to: {@code group workers}
   */
  public record Source(Origin origin, String layer) {}
}
