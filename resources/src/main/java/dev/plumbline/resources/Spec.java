package dev.plumbline.resources;

import java.util.Set;

/**
 * What one resource must be. Every spec is a record whose compact constructor collects all of its
 * problems in a {@link Checks}; the codec, the JSON Schema and the docs are derived from the
 * record's components and their annotations.
 *
 * <p>Capabilities of a spec are small extra interfaces: {@link Expandable}, {@link Linked}, {@link
 * Withdrawable}, {@link ClusterChecked}, {@link Reacting}.
 */
public interface Spec {
  /**
   * The resources of the same node that must be right before this one is looked at.
   *
   * @param catalog the ids of all resources of the node, so that a spec may ask for "every
   *     package"; ids that are returned but are not in the catalog are ignored
   */
  default Set<ResourceId> requires(Set<ResourceId> catalog) {
    return Set.of();
  }

  /**
   * The resources of the same node that may bring this one along, and so come before it: a service
   * comes after every package. Unlike with {@link #requires}, this one has its turn even if one of
   * them failed.
   *
   * @param catalog as for {@link #requires}
   */
  default Set<ResourceId> follows(Set<ResourceId> catalog) {
    return Set.of();
  }
}
