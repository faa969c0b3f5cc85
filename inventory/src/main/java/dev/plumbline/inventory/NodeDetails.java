package dev.plumbline.inventory;

import dev.plumbline.resources.Registry;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import dev.plumbline.resources.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one node. What not every command asks for is made when it is asked for. */
final class NodeDetails {
  private final Node node;
  private final Catalog catalog;
  private final NodeReading reading;
  private final Registry registry;
  private @Nullable EncodedCatalog encoded;

  NodeDetails(Node node, Catalog catalog, NodeReading reading, Registry registry) {
    this.node = node;
    this.catalog = catalog;
    this.reading = reading;
    this.registry = registry;
  }

  Node node() {
    return node;
  }

  Catalog catalog() {
    return catalog;
  }

  Value.Mapping state() {
    return reading.state();
  }

  EncodedCatalog encoded() {
    EncodedCatalog known = encoded;
    if (known == null) {
      known = CatalogCodec.encode(catalog, registry);
      encoded = known;
    }
    return known;
  }

  List<Explained> explained() {
    return Explanation.of(reading, new Hiding(encoded(), registry));
  }
}
