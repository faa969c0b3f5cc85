package dev.plumbline.resources.packages;

import dev.plumbline.resources.Batchable.Pending;
import dev.plumbline.resources.host.packages.PackageDatabase;
import dev.plumbline.resources.host.packages.Transaction;
import java.util.List;

/**
 * One package of a batch with which apt has something to do.
 *
 * @param argument how apt is told of it: {@code name}, or {@code name=version}
 */
record Item(Pending<PackageSpec, PackageObservation> pending, String argument) {
  PackageSpec spec() {
    return pending.spec();
  }

  /** The name as apt prints it. */
  String name(PackageDatabase database) {
    return database.plain(spec().name());
  }

  static Transaction transaction(List<Item> items) {
    return new Transaction(
        items.stream().filter(item -> !item.spec().absent()).map(Item::argument).toList(),
        items.stream().filter(item -> item.spec().absent()).map(Item::argument).toList(),
        items.stream().anyMatch(item -> item.damaged()),
        items.stream().anyMatch(item -> item.pending().observed().held()));
  }

  private boolean damaged() {
    return !spec().absent()
        && pending.observed().there().map(known -> known.damaged()).orElse(false);
  }

  /** "installing openmpi-bin and removing snapd". */
  static String describe(List<Item> items) {
    String install = names(items, false);
    String remove = names(items, true);
    return (install.isEmpty() ? "" : "installing " + install)
        + (install.isEmpty() || remove.isEmpty() ? "" : " and ")
        + (remove.isEmpty() ? "" : "removing " + remove);
  }

  private static String names(List<Item> items, boolean absent) {
    return String.join(
        ", ",
        items.stream()
            .filter(item -> item.spec().absent() == absent)
            .map(item -> item.spec().name())
            .toList());
  }
}
