package dev.plumbline.resources;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A set of kinds, in the order in which they are applied where nothing else orders them. {@link
 * ResourceTypes#standard()} is the one that a cluster uses; tests make their own.
 */
public final class Registry {
  private final List<ResourceType<?>> types;
  private final Map<String, ResourceType<?>> byPlural;
  private final Map<String, ResourceType<?>> bySingular;
  private final Map<String, Integer> ranks = new HashMap<>();

  private Registry(List<ResourceType<?>> types) {
    this.types = List.copyOf(types);
    this.byPlural = index(ResourceType::plural);
    this.bySingular = index(ResourceType::singular);
    types.forEach(type -> ranks.put(type.singular(), ranks.size()));
  }

  /**
   * @throws IllegalArgumentException if two kinds share a name
   */
  public static Registry of(List<ResourceType<?>> types) {
    return new Registry(types);
  }

  public List<ResourceType<?>> all() {
    return types;
  }

  /** The kind with that key in the inventory. */
  public Optional<ResourceType<?>> byPlural(String plural) {
    return Optional.ofNullable(byPlural.get(plural));
  }

  /** The kind with that printed name. */
  public Optional<ResourceType<?>> bySingular(String singular) {
    return Optional.ofNullable(bySingular.get(singular));
  }

  /** The place of a kind in the order, by its printed name; an unknown kind comes last. */
  public int rank(String singular) {
    return ranks.getOrDefault(singular, ranks.size());
  }

  private Map<String, ResourceType<?>> index(Function<ResourceType<?>, String> name) {
    Map<String, ResourceType<?>> index = new HashMap<>();
    for (ResourceType<?> type : types) {
      if (index.put(name.apply(type), type) != null) {
        throw new IllegalArgumentException("two kinds are called " + name.apply(type));
      }
    }
    return Map.copyOf(index);
  }
}
