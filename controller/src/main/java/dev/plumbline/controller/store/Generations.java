package dev.plumbline.controller.store;

import dev.plumbline.controller.model.Generation;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inventory versions and the catalogs in them. */
final class Generations {
  private final Sql sql;

  Generations(Sql sql) {
    this.sql = sql;
  }

  Optional<Generation> last() {
    return sql
        .query(
            "SELECT number, hash, cluster, source, at, user FROM generations ORDER BY number DESC LIMIT 1",
            row ->
                new Generation(
                    row.getLong("number"),
                    row.getString("hash"),
                    row.getString("cluster"),
                    row.getString("source"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("user"),
                    List.of()))
        .stream()
        .findFirst()
        .map(this::withNodes);
  }

  private Generation withNodes(Generation generation) {
    List<InventoryNode> nodes =
        sql.query(
            "SELECT node, address, slots, groups FROM generation_nodes WHERE generation = ? ORDER BY position",
            row ->
                new InventoryNode(
                    row.getString("node"),
                    row.getString("address"),
                    row.getInt("slots"),
                    words(row.getString("groups"))),
            generation.number());
    return new Generation(
        generation.number(),
        generation.hash(),
        generation.cluster(),
        generation.source(),
        generation.at(),
        generation.user(),
        nodes);
  }

  /** Names of groups have no spaces. */
  private static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" "));
  }

  void add(Generation generation, Collection<EncodedCatalog> catalogs) {
    sql.run(
        "INSERT INTO generations (number, hash, cluster, source, at, user) VALUES (?, ?, ?, ?, ?, ?)",
        generation.number(),
        generation.hash(),
        generation.cluster(),
        generation.source(),
        generation.at(),
        generation.user());
    Map<String, String> hashes = new HashMap<>();
    for (EncodedCatalog catalog : catalogs) {
      hashes.put(catalog.node(), catalog.hash());
      sql.run(
          "INSERT INTO catalogs (hash, entries) VALUES (?, ?) ON CONFLICT DO NOTHING",
          catalog.hash(),
          CatalogText.write(catalog));
    }
    int position = 0;
    for (InventoryNode node : generation.nodes()) {
      sql.run(
          "INSERT INTO generation_nodes (generation, position, node, address, slots, groups, catalog)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          generation.number(),
          position++,
          node.name(),
          node.address(),
          node.slots(),
          String.join(" ", node.groups()),
          hashes.get(node.name()));
    }
  }

  Optional<EncodedCatalog> catalog(long generation, String node) {
    return sql
        .query(
            "SELECT entries FROM generation_nodes JOIN catalogs ON hash = catalog WHERE generation = ? AND node = ?",
            row -> CatalogText.read(node, row.getString("entries")),
            generation,
            node)
        .stream()
        .findFirst();
  }
}
