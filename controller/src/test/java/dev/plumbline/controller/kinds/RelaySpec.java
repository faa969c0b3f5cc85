package dev.plumbline.controller.kinds;

import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Linked;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A relay: knows the values of other relays, and has one of its own.
 *
 * @param sources the others, as {@code node/name}
 * @param got the values, as they were linked in
 */
@Doc("A relay.")
public record RelaySpec(
    @Name @Doc("Its name.") String name,
    @Doc("The relays whose values it takes.") List<String> sources,
    @Doc("The values.") Map<String, Secret> got)
    implements Linked<RelaySpec> {
  public static final String VALUE = "value";

  public RelaySpec {
    sources = List.copyOf(sources);
    got = Map.copyOf(got);
  }

  public static RelaySpec of(String name, Collection<String> takes) {
    return new RelaySpec(name, takes.stream().sorted().toList(), Map.of());
  }

  public static ExportKey key(String place) {
    String[] parts = place.split("/", -1);
    return new ExportKey(parts[0], new ResourceId("relay", parts[1]), VALUE);
  }

  @Override
  public Set<ExportKey> takes() {
    return sources.stream().map(RelaySpec::key).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<ExportKey> needs() {
    return sources.stream()
        .filter(place -> !got.containsKey(place))
        .map(RelaySpec::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public RelaySpec link(Exports exports) {
    Map<String, Secret> linked = new TreeMap<>(got);
    for (String place : sources) {
      exports
          .find(key(place))
          .map(Export::value)
          .map(Secret::of)
          .ifPresent(value -> linked.put(place, value));
    }
    return new RelaySpec(name, sources, linked);
  }
}
