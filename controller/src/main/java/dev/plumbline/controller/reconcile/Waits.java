package dev.plumbline.controller.reconcile;

import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says, once nothing can move any more, why each waiting resource still waits: what is merely out
 * of reach leaves it Waiting; what failed makes it Failed, with the name of the cause.
 */
public final class Waits {
  private final World world;
  private final Function<String, Decision> decisions;

  /**
   * @param decisions the last decision of every node that the run knows
   */
  public Waits(World world, Function<String, Decision> decisions) {
    this.world = world;
    this.decisions = decisions;
  }

  /** The outcome of every waiting resource of a node; what failed by itself waits no more. */
  public Map<ResourceId, Outcome> of(String node) {
    Map<ResourceId, Outcome> outcomes = new HashMap<>();
    if (decisions.apply(node) instanceof Decision.Settled settled) {
      settled
          .missing()
          .forEach((id, keys) -> {
            if (reported(world.node(node), id).isEmpty()) {
              outcomes.put(id, worst(keys, List.of(new Place(node, id))));
            }
          });
    }
    return outcomes;
  }

  private record Place(String node, ResourceId id) {
    @Override
    public String toString() {
      return id + " on " + node;
    }
  }

  private Outcome worst(Set<ExportKey> keys, List<Place> path) {
    List<Outcome> outcomes =
        keys.stream()
            .sorted(Comparator.comparing(ExportKey::toString))
            .map(key -> outcome(key, path))
            .toList();
    return outcomes.stream()
        .filter(Outcome.Failed.class::isInstance)
        .findFirst()
        .orElseGet(outcomes::getFirst);
  }

  private Outcome outcome(ExportKey key, List<Place> path) {
    Place owner = new Place(key.node(), key.resource());
    return switch (decisions.apply(key.node())) {
      case Decision.Pending pending -> new Outcome.Waiting(key + ", " + offline(key, pending));
      case Decision.Unable unable -> failed(key, unable.message(), unable.remedy());
      case Decision.Settled settled -> ofSettled(key, owner, settled, path);
      case Decision.Send _, Decision.Compare _, Decision.Ask _, Decision.Await _ ->
          new Outcome.Waiting(key.toString());
    };
  }

  private static String offline(ExportKey key, Decision.Pending pending) {
    return key.node()
        + pending.since().map(since -> " is offline since " + since).orElse(" was never connected");
  }

  private Outcome ofSettled(
      ExportKey key, Place owner, Decision.Settled settled, List<Place> path) {
    NodeView node = world.node(key.node());
    if (!node.selected()) {
      return new Outcome.Waiting(key + ", which is not part of this run");
    }
    Optional<String> cause = reported(node, key.resource());
    if (cause.isPresent()) {
      return failed(key, cause.get(), "mend " + owner + ", then run plumb apply again");
    }
    if (path.contains(owner)) {
      return circle(key, owner, path);
    }
    Set<ExportKey> lacks = settled.missing().getOrDefault(key.resource(), Set.of());
    return lacks.isEmpty()
        ? failed(
            key,
            owner + " does not publish it",
            "look at " + owner + " with plumb drift, then run plumb apply again")
        : passOn(key, worst(lacks, with(path, owner)));
  }

  private static Outcome circle(ExportKey key, Place owner, List<Place> path) {
    List<Place> circle = with(path.subList(path.indexOf(owner), path.size()), owner);
    return failed(
        key,
        "these wait for each other: "
            + String.join(" → ", circle.stream().map(Place::toString).toList()),
        "break the circle in the inventory");
  }

  private static List<Place> with(List<Place> path, Place next) {
    List<Place> longer = new ArrayList<>(path);
    longer.add(next);
    return longer;
  }

  private static Outcome passOn(ExportKey key, Outcome cause) {
    return switch (cause) {
      case Outcome.Failed failed -> failed(key, failed.message(), failed.remedy());
      case Outcome.Waiting waiting ->
          new Outcome.Waiting(key + ", which waits for " + waiting.on());
      case Outcome.Changed _, Outcome.Unchanged _, Outcome.Skipped _ -> cause;
    };
  }

  /** Why a resource came to nothing by its own node's report; empty if it did not. */
  private static Optional<String> reported(NodeView node, ResourceId id) {
    if (!(node.phase() instanceof Phase.Reported reported)) {
      return Optional.empty();
    }
    return reported.steps().stream()
        .filter(step -> step.resource().equals(id.toString()))
        .flatMap(step ->
            switch (step.outcome()) {
              case Outcome.Failed failed ->
                  Optional.of(
                      step.resource() + " on " + node.name() + " failed: " + failed.message())
                      .stream();
              case Outcome.Skipped skipped ->
                  Optional.of(
                      step.resource() + " on " + node.name() + " was skipped: " + skipped.reason())
                      .stream();
              case Outcome.Changed _, Outcome.Unchanged _, Outcome.Waiting _ ->
                  Optional.<String>empty().stream();
            })
        .findFirst();
  }

  private static Outcome failed(ExportKey key, String cause, String remedy) {
    return new Outcome.Failed("waits for " + key + ": " + cause, remedy);
  }
}
