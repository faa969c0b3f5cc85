package dev.plumbline.inventory.merge;

import java.util.List;

/** Hears where each value of a merged tree came from. */
@FunctionalInterface
public interface Trace {
  /** Hears nothing. */
  Trace NONE = (path, winner, overridden) -> {};

  /**
   * A value that is not a map with keys.
   *
   * @param path the keys down to the value
   * @param winner the setting that gave it
   * @param overridden settings of the same place that had no effect, the most general first
   */
  void leaf(List<String> path, Setting winner, List<Setting> overridden);
}
