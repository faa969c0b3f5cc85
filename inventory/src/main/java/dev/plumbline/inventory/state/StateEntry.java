package dev.plumbline.inventory.state;

import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * One resource of one node as the inventory has it.
 *
 * @param key where its name stands
 * @param value the merged settings, without {@code after}
 * @param after the resources that the user put before this one
 * @param spec empty if something is wrong with it
 */
public record StateEntry(
    ResourceType<?> type,
    ResourceId id,
    Origin key,
    Value value,
    List<After> after,
    Optional<Spec> spec) {

  /** What {@code after} means, for a user. */
  public static final String AFTER_DOC =
      "Resources of the same node that come before this one, such as package[openmpi-bin].";

  /** A resource that the user named, and where. */
  public record After(ResourceId id, Origin origin) {}

  StateEntry with(Optional<Spec> changed) {
    return new StateEntry(type, id, key, value, after, changed);
  }
}
