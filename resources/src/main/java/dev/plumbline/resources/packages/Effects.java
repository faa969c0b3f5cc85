package dev.plumbline.resources.packages;

import dev.plumbline.resources.Batchable.SideEffect;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.host.packages.DpkgPackage;
import dev.plumbline.resources.host.packages.PackageDatabase;
import dev.plumbline.resources.host.packages.Simulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what apt would do as changes. */
final class Effects {
  private Effects() {}

  /** The changes of packages whose new version is known now. */
  static Map<String, List<Change>> known(
      List<Item> items, List<Simulation.Action> actions, PackageDatabase database) {
    Map<String, Simulation.Install> installs = new HashMap<>();
    for (Simulation.Action action : actions) {
      if (action instanceof Simulation.Install install) {
        installs.put(install.name(), install);
      }
    }
    Map<String, List<Change>> known = new HashMap<>();
    for (Item item : items) {
      Simulation.Install install = installs.get(item.name(database));
      if (install != null) {
        known.put(
            item.spec().name(),
            item.pending().changes().stream()
                .map(change ->
                    change instanceof Change.KnownAfterApply
                        ? Change.of(Attributes.VERSION, install.from().orElse(null), install.to())
                        : change)
                .toList());
      }
    }
    return known;
  }

  /** What would happen to packages that the inventory does not name. */
  static List<SideEffect> besides(
      List<Simulation.Action> actions, PackageDatabase database, Verdict verdict) {
    List<SideEffect> effects = new ArrayList<>();
    Set<String> installed = new HashSet<>();
    for (Simulation.Action action : actions) {
      if (verdict.names(action.name())) {
        continue;
      }
      switch (action) {
        case Simulation.Install install -> {
          installed.add(install.name());
          effects.add(
              effect(
                  install.name(),
                  Change.of(Attributes.VERSION, install.from().orElse(null), install.to())));
        }
        case Simulation.Remove remove ->
            effects.add(
                effect(remove.name(), Change.of(Attributes.VERSION, remove.version(), null)));
        case Simulation.Configure configure -> {
          if (!installed.contains(configure.name())) {
            effects.add(
                effect(
                    configure.name(),
                    Change.of(
                        Attributes.STATE,
                        database.find(configure.name()).map(DpkgPackage::state).orElse(null),
                        DpkgPackage.State.INSTALLED)));
          }
        }
      }
    }
    return effects;
  }

  private static SideEffect effect(String name, Change change) {
    return new SideEffect(PackageResource.TYPE.id(name), change);
  }
}
