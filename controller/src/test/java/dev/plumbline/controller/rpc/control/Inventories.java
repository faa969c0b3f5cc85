package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.kinds.Kinds;
import dev.plumbline.controller.kinds.RelaySpec;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.CatalogEntry;
import dev.plumbline.proto.v1.Node;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.catalog.EncodedCatalog;
import dev.plumbline.resources.spark.Role;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Inventories of nodes with relays. */
public final class Inventories {
  private final Map<String, List<RelaySpec>> nodes = new LinkedHashMap<>();

  private final Map<String, Role> sparks = new HashMap<>();

  /** A node with one relay, called like the node, that takes the values of others. */
  public Inventories node(String name, String... takes) {
    nodes.put(name, List.of(RelaySpec.of("relay-" + name, Set.of(takes))));
    return this;
  }

  /** A node with nothing but a host name. */
  public Inventories bare(String name) {
    nodes.put(name, List.of());
    return this;
  }

  /** A node with its part in Spark. */
  public Inventories spark(String name, Role role) {
    sparks.put(name, role);
    return bare(name);
  }

  public Bundle bundle() {
    Bundle.Builder bundle = Bundle.newBuilder().setCluster("test").setSource("inventory.yaml");
    StringBuilder hashes = new StringBuilder();
    nodes.forEach((name, relays) -> {
      EncodedCatalog catalog = Kinds.catalog(name, relays, Optional.ofNullable(sparks.get(name)));
      hashes.append(catalog.hash());
      bundle.addNodes(Node.newBuilder().setName(name).setAddress("10.0.0.1").setSlots(1));
      bundle.addCatalogs(write(catalog));
    });
    return bundle
        .setHash(Secret.digestOf(hashes.toString().getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  private static Catalog write(EncodedCatalog catalog) {
    return Catalog.newBuilder()
        .setNode(catalog.node())
        .setHash(catalog.hash())
        .addAllEntries(
            catalog.entries().stream()
                .map(entry ->
                    CatalogEntry.newBuilder()
                        .setKind(entry.kind())
                        .setName(entry.name())
                        .setSchemaVersion(entry.schemaVersion())
                        .setSpec(entry.json())
                        .addAllAfter(entry.after())
                        .build())
                .toList())
        .build();
  }
}
