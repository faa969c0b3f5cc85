package dev.plumbline.resources.packages;

import dev.plumbline.resources.Batchable.Pending;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.packages.DpkgPackage;
import dev.plumbline.resources.host.packages.PackageDatabase;
import dev.plumbline.resources.host.packages.Simulation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what apt would do: it must not remove or change what nobody asked it to. */
final class Verdict {
  private final PackageDatabase database;
  private final Set<String> removable = new HashSet<>();
  private final Set<String> named = new HashSet<>();

  /**
   * @param batch all that the inventory asks for, also where only a part of it is judged
   */
  Verdict(PackageDatabase database, List<Pending<PackageSpec, PackageObservation>> batch) {
    this.database = database;
    for (Pending<PackageSpec, PackageObservation> pending : batch) {
      named.add(database.plain(pending.name()));
      if (pending.spec().absent()) {
        removable.add(database.plain(pending.name()));
      }
      pending.spec().allowRemovals().forEach(name -> removable.add(database.plain(name)));
    }
  }

  /** Whether the inventory names that package. */
  boolean names(String name) {
    return named.contains(name);
  }

  /** Why the items must not be carried out; empty if nothing speaks against it. */
  Optional<Failure> of(List<Item> items, Simulation simulation) {
    return switch (simulation) {
      case Simulation.Impossible impossible ->
          Optional.of(
              new Failure(
                  "apt refuses " + Item.describe(items) + ": " + impossible.reason(),
                  "change the packages in the inventory so that apt can do it"));
      case Simulation.Possible possible -> of(items, possible.actions());
    };
  }

  private Optional<Failure> of(List<Item> items, List<Simulation.Action> actions) {
    List<String> removed = new ArrayList<>();
    List<String> held = new ArrayList<>();
    for (Simulation.Action action : actions) {
      switch (action) {
        case Simulation.Remove remove when !removable.contains(remove.name()) ->
            removed.add(remove.name());
        case Simulation.Remove _, Simulation.Install _ -> {
          if (!named.contains(action.name())
              && database.find(action.name()).map(DpkgPackage::held).orElse(false)) {
            held.add(action.name());
          }
        }
        case Simulation.Configure _ -> {}
      }
    }
    if (!removed.isEmpty()) {
      return Optional.of(
          new Failure(
              Item.describe(items)
                  + " would also remove "
                  + String.join(", ", removed)
                  + ", which nothing in the inventory allows",
              "if they may go, say `allow_removals: ["
                  + String.join(", ", removed)
                  + "]` of the package that causes it"));
    }
    if (!held.isEmpty()) {
      return Optional.of(
          new Failure(
              Item.describe(items)
                  + " would change what is on hold on this node: "
                  + String.join(", ", held),
              "put it into the inventory with `hold`, or take the hold off with apt-mark unhold"));
    }
    return Optional.empty();
  }
}
