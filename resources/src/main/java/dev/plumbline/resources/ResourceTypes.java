package dev.plumbline.resources;

import dev.plumbline.resources.hostname.HostnameResource;
import java.util.List;
import java.util.Optional;

/**
 * Every kind of resource, in the order in which they are applied where nothing else orders them.
 */
public final class ResourceTypes {
  private static final List<ResourceType<?>> ALL = List.of(HostnameResource.TYPE);

  private ResourceTypes() {}

  public static List<ResourceType<?>> all() {
    return ALL;
  }

  /** The kind with that key in the inventory. */
  public static Optional<ResourceType<?>> byPlural(String plural) {
    return ALL.stream()
        .<ResourceType<?>>map(type -> type)
        .filter(type -> type.plural().equals(plural))
        .findFirst();
  }

  /** The kind with that printed name. */
  public static Optional<ResourceType<?>> bySingular(String singular) {
    return ALL.stream()
        .<ResourceType<?>>map(type -> type)
        .filter(type -> type.singular().equals(singular))
        .findFirst();
  }
}
