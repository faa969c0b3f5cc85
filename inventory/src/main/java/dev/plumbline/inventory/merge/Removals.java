package dev.plumbline.inventory.merge;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The nulls of an inventory. One that removes nothing on any node is a value that somebody forgot
 * to write; except in the local file, which rules out what the inventory beside it may say.
 */
final class Removals {
  private final SortedMap<Origin, String> met = new TreeMap<>();
  private final Set<Origin> effective = new TreeSet<>();

  void met(Setting setting, String path, boolean removesSomething) {
    met.putIfAbsent(setting.value().origin(), path);
    if (removesSomething || setting.layer().local()) {
      effective.add(setting.value().origin());
    }
  }

  void report(Problems problems) {
    met.forEach((origin, path) -> {
      if (!effective.contains(origin)) {
        problems.add(
            "null-removes-nothing",
            origin,
            "'"
                + path
                + "' has no value, and no other line sets it, so there is nothing to remove;"
                + " write {} for an entry without keys");
      }
    });
  }
}
