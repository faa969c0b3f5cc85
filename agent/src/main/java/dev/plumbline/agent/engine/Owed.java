package dev.plumbline.agent.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.Reacting;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.Catalog;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reactions that earlier applies left undone: a service that still has to restart because a file
 * changed before the agent died.
 *
 * @param reactions the changed resources, by the resource that has to react to them
 */
public record Owed(Map<ResourceId, Set<ResourceId>> reactions) {
  public static final Owed NOTHING = new Owed(Map.of());

  public Owed {
    Map<ResourceId, Set<ResourceId>> copy = new TreeMap<>();
    reactions.forEach((id, changed) -> copy.put(id, Set.copyOf(changed)));
    reactions = Map.copyOf(copy);
  }

  /** The changed resources to which that one still has to react. */
  public Set<ResourceId> to(ResourceId id) {
    return reactions.getOrDefault(id, Set.of());
  }

  /** Those, and the given ones. */
  Set<ResourceId> to(ResourceId id, Set<ResourceId> changed) {
    Set<ResourceId> all = new LinkedHashSet<>(to(id));
    all.addAll(changed);
    return all;
  }

  /**
   * What is owed after an apply.
   *
   * @param touched what steps were tried on
   * @param outcomes the outcomes of steps that ended
   */
  static Owed after(Desired desired, Set<ResourceId> touched, Map<ResourceId, Outcome> outcomes) {
    Map<ResourceId, Set<ResourceId>> owed = new TreeMap<>();
    for (Catalog.Entry entry : desired.catalog().entries()) {
      if (entry.spec() instanceof Reacting reacting
          && !(outcomes.get(entry.id()) instanceof Outcome.Changed)) {
        Set<ResourceId> open = desired.owed().to(entry.id(), touched);
        open.removeIf(changed -> !reacts(entry.id(), reacting, changed));
        if (!open.isEmpty()) {
          owed.put(entry.id(), open);
        }
      }
    }
    return new Owed(owed);
  }

  /** In doubt it does: a reaction too many is better than one that never comes. */
  private static boolean reacts(ResourceId id, Reacting spec, ResourceId changed) {
    try {
      return !Contained.run("reacting of", id, () -> spec.reactions(Set.of(changed))).isEmpty();
    } catch (Failure failure) {
      return true;
    }
  }
}
