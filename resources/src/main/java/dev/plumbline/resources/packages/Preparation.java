package dev.plumbline.resources.packages;

import dev.plumbline.resources.Batchable.Foreseen;
import dev.plumbline.resources.Batchable.Pending;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.packages.Offer;
import dev.plumbline.resources.host.packages.PackageDatabase;
import dev.plumbline.resources.host.packages.Packages;
import dev.plumbline.resources.host.packages.Simulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out what apt would do for a batch. Changes nothing. */
final class Preparation {
  private final Packages packages;
  private final Progress progress;
  private final Map<String, Failure> failures = new HashMap<>();

  Preparation(Packages packages, Progress progress) {
    this.packages = packages;
    this.progress = progress;
  }

  Prepared of(List<Pending<PackageSpec, PackageObservation>> batch) throws Failure {
    PackageDatabase database = packages.database();
    Verdict verdict = new Verdict(database, batch);
    List<Item> items = items(batch, database);
    List<Simulation.Action> actions = List.of();
    if (!items.isEmpty()) {
      Optional<List<Simulation.Action>> all = attempt(items, verdict);
      if (all.isPresent()) {
        actions = all.get();
      } else {
        items = items.stream().filter(item -> !failures.containsKey(item.spec().name())).toList();
        actions = items.isEmpty() ? List.of() : attempt(items, verdict).orElse(List.of());
        items = items.stream().filter(item -> !failures.containsKey(item.spec().name())).toList();
      }
    }
    return new Prepared(
        Item.transaction(items),
        new Foreseen(
            Effects.known(items, actions, database),
            failures,
            Effects.besides(actions, database, verdict)));
  }

  /** What apt has something to do with; what cannot be had goes to the failures. */
  private List<Item> items(
      List<Pending<PackageSpec, PackageObservation>> batch, PackageDatabase database)
      throws Failure {
    List<Pending<PackageSpec, PackageObservation>> forApt =
        batch.stream().filter(pending -> Attributes.needApt(pending.changes())).toList();
    Set<String> wanted =
        forApt.stream()
            .map(Pending::spec)
            .filter(spec -> !spec.absent())
            .map(spec -> database.plain(spec.name()))
            .collect(Collectors.toSet());
    Map<String, Offer> offers = wanted.isEmpty() ? Map.of() : packages.offers(wanted, progress);
    Choice choice = new Choice(packages, progress);
    List<Item> items = new ArrayList<>();
    for (Pending<PackageSpec, PackageObservation> pending : forApt) {
      if (pending.spec().absent()) {
        items.add(new Item(pending, pending.name()));
        continue;
      }
      try {
        choice
            .argument(pending, offers.get(database.plain(pending.name())))
            .ifPresent(argument -> items.add(new Item(pending, argument)));
      } catch (Failure failure) {
        failures.put(pending.name(), failure);
      }
    }
    return items;
  }

  /**
   * What apt would do; empty if some of the items must not be carried out, which then are among the
   * failures: those that are refused on their own, or all if only their company is.
   */
  private Optional<List<Simulation.Action>> attempt(List<Item> items, Verdict verdict)
      throws Failure {
    Simulation simulation = packages.simulate(Item.transaction(items), progress);
    Optional<Failure> refusal = verdict.of(items, simulation);
    if (refusal.isEmpty() && simulation instanceof Simulation.Possible possible) {
      return Optional.of(possible.actions());
    }
    boolean found = false;
    for (Item item : items.size() == 1 ? List.<Item>of() : items) {
      progress.now("finding out what apt refuses: " + item.spec().name());
      List<Item> alone = List.of(item);
      Optional<Failure> own =
          verdict.of(alone, packages.simulate(Item.transaction(alone), progress));
      own.ifPresent(failure -> failures.put(item.spec().name(), failure));
      found |= own.isPresent();
    }
    if (!found) {
      refusal.ifPresent(
          failure -> items.forEach(item -> failures.put(item.spec().name(), failure)));
    }
    return Optional.empty();
  }
}
