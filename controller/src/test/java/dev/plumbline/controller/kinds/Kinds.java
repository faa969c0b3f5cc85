package dev.plumbline.controller.kinds;

import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import dev.plumbline.resources.hostname.HostnameSpec;
import dev.plumbline.resources.spark.Role;
import dev.plumbline.resources.spark.SparkSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The standard kinds and relays. */
public final class Kinds {
  public static final ResourceType<RelaySpec> RELAY =
      ResourceType.many(
          "relays",
          "relay",
          RelaySpec.class,
          ports -> {
            throw new IllegalStateException("the controller never makes a resource");
          });

  public static final Registry REGISTRY =
      Registry.of(
          java.util.stream.Stream.concat(
                  ResourceTypes.all().stream(), java.util.stream.Stream.of(RELAY))
              .toList());

  private Kinds() {}

  /** The versions of all kinds, as an agent of this build tells them. */
  public static Map<String, Integer> versions() {
    Map<String, Integer> versions = new HashMap<>();
    REGISTRY.all().forEach(type -> versions.put(type.singular(), type.schemaVersion()));
    return versions;
  }

  /** A node's catalog: its host name, and relays. */
  public static EncodedCatalog catalog(String node, Collection<RelaySpec> relays) {
    return catalog(node, relays, Optional.empty());
  }

  /** The same, with a part in Spark. */
  public static EncodedCatalog catalog(
      String node, Collection<RelaySpec> relays, Optional<Role> spark) {
    List<Catalog.Entry> entries = new ArrayList<>();
    entries.add(new Catalog.Entry(ResourceId.only("hostname"), new HostnameSpec(node), Set.of()));
    relays.forEach(
        relay -> entries.add(new Catalog.Entry(RELAY.id(relay.name()), relay, Set.of())));
    spark.ifPresent(
        role -> entries.add(new Catalog.Entry(ResourceId.only("spark"), spark(role), Set.of())));
    return CatalogCodec.encode(new Catalog(node, entries), REGISTRY);
  }

  private static SparkSpec spark(Role role) {
    return new SparkSpec(
        role,
        Optional.of("spark:4"),
        Optional.empty(),
        Optional.of("sparknet"),
        Optional.of("mpihpc"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
