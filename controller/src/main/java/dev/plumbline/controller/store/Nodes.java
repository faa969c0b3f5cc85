package dev.plumbline.controller.store;

import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.NodeState;
import dev.plumbline.controller.model.Revision;
import dev.plumbline.controller.model.StepResult;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is remembered of nodes. */
final class Nodes {
  private final Sql sql;

  Nodes(Sql sql) {
    this.sql = sql;
  }

  List<NodeRecord> all() {
    Map<String, Map<ExportKey, String>> linked = linked();
    Map<String, List<StepResult>> unfinished = unfinished();
    return sql.query(
        "SELECT * FROM nodes ORDER BY name",
        row -> {
          String name = row.getString("name");
          return node(
              row,
              name,
              linked.getOrDefault(name, Map.of()),
              unfinished.getOrDefault(name, List.of()));
        });
  }

  private static NodeRecord node(
      ResultSet row, String name, Map<ExportKey, String> linked, List<StepResult> unfinished)
      throws SQLException {
    String machineId = row.getString("machine_id");
    Optional<NodeRecord.Seen> seen =
        machineId == null
            ? Optional.empty()
            : Optional.of(
                new NodeRecord.Seen(machineId, row.getString("host_key"), row.getString("build")));
    Revision revision =
        new Revision(
            row.getLong("revision"),
            row.getLong("revision_generation"),
            row.getString("revision_hash"),
            linked);
    Optional<NodeRecord.Applied> applied = Optional.empty();
    var appliedAt = Sql.instant(row, "applied_at");
    if (appliedAt.isPresent()) {
      applied =
          Optional.of(
              new NodeRecord.Applied(
                  row.getLong("applied_generation"),
                  row.getLong("applied_revision"),
                  row.getString("applied_hash"),
                  appliedAt.get(),
                  unfinished));
    }
    return new NodeRecord(
        name,
        seen,
        Sql.instant(row, "since"),
        revision,
        applied,
        new NodeRecord.Verdict(NodeState.valueOf(row.getString("state")), row.getString("note")));
  }

  private Map<String, Map<ExportKey, String>> linked() {
    Map<String, Map<ExportKey, String>> linked = new HashMap<>();
    sql.query(
        "SELECT node, of_node, resource, attribute, digest FROM linked",
        row ->
            linked
                .computeIfAbsent(row.getString("node"), _ -> new HashMap<>())
                .put(
                    new ExportKey(
                        row.getString("of_node"),
                        ResourceId.parse(row.getString("resource")),
                        row.getString("attribute")),
                    row.getString("digest")));
    return linked;
  }

  private Map<String, List<StepResult>> unfinished() {
    Map<String, List<StepResult>> unfinished = new HashMap<>();
    sql.query(
        "SELECT node, resource, outcome, message, remedy FROM unfinished ORDER BY node, position",
        row ->
            unfinished
                .computeIfAbsent(row.getString("node"), _ -> new ArrayList<>())
                .add(
                    new StepResult(
                        row.getString("resource"),
                        outcome(
                            row.getString("outcome"),
                            row.getString("message"),
                            row.getString("remedy")))));
    return unfinished;
  }

  private static Outcome outcome(String word, String message, String remedy) {
    return switch (word) {
      case "waiting" -> new Outcome.Waiting(message);
      case "skipped" -> new Outcome.Skipped(message);
      default -> new Outcome.Failed(message, remedy);
    };
  }

  void save(NodeRecord node) {
    NodeRecord.Seen seen = node.seen().orElse(null);
    NodeRecord.Applied applied = node.applied().orElse(null);
    sql.run(
        "INSERT OR REPLACE INTO nodes (name, machine_id, host_key, build, since, revision,"
            + " revision_generation, revision_hash, applied_generation, applied_revision,"
            + " applied_hash, applied_at, state, note)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        node.name(),
        seen == null ? null : seen.machineId(),
        seen == null ? null : seen.hostKey(),
        seen == null ? null : seen.build(),
        node.since().orElse(null),
        node.revision().number(),
        node.revision().generation(),
        node.revision().hash(),
        applied == null ? null : applied.generation(),
        applied == null ? null : applied.revision(),
        applied == null ? null : applied.hash(),
        applied == null ? null : applied.at(),
        node.verdict().state(),
        node.verdict().note());
    // REPLACE deletes the old row and with it, by cascade, what hung on it.
    node.revision().linked().forEach((key, digest) -> saveLinked(node.name(), key, digest));
    if (applied != null) {
      int position = 0;
      for (StepResult step : applied.unfinished()) {
        saveUnfinished(node.name(), position++, step);
      }
    }
  }

  private void saveLinked(String node, ExportKey key, String digest) {
    sql.run(
        "INSERT INTO linked (node, of_node, resource, attribute, digest) VALUES (?, ?, ?, ?, ?)",
        node,
        key.node(),
        key.resource().toString(),
        key.attribute(),
        digest);
  }

  private void saveUnfinished(String node, int position, StepResult step) {
    String insert =
        "INSERT INTO unfinished (node, position, resource, outcome, message, remedy)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    switch (step.outcome()) {
      case Outcome.Failed failed ->
          sql.run(
              insert, node, position, step.resource(), "failed", failed.message(), failed.remedy());
      case Outcome.Waiting waiting ->
          sql.run(insert, node, position, step.resource(), "waiting", waiting.on(), "");
      case Outcome.Skipped skipped ->
          sql.run(insert, node, position, step.resource(), "skipped", skipped.reason(), "");
      case Outcome.Changed _, Outcome.Unchanged _ -> {
        // Finished.
      }
    }
  }
}
