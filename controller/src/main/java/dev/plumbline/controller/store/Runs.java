package dev.plumbline.controller.store;

import dev.plumbline.controller.model.NodeState;
import dev.plumbline.controller.model.NodeSummary;
import dev.plumbline.controller.model.RunRecord;
import dev.plumbline.controller.model.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of runs. */
final class Runs {
  private final Sql sql;

  Runs(Sql sql) {
    this.sql = sql;
  }

  void save(RunRecord run) {
    RunRecord.@Nullable End end = run.end().orElse(null);
    sql.run(
        "INSERT OR REPLACE INTO runs (id, verb, generation, user, started, duration_ms, exit_code, note)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        run.id(),
        run.verb(),
        run.generation(),
        run.user(),
        run.started(),
        end == null ? null : end.duration().toMillis(),
        end == null ? null : end.exitCode(),
        end == null ? null : end.note());
    if (end != null) {
      int position = 0;
      for (NodeSummary node : end.nodes()) {
        save(run.id(), position++, node);
      }
    }
  }

  private void save(long run, int position, NodeSummary node) {
    sql.run(
        "INSERT INTO run_nodes (run, position, node, state, changed, unchanged, waiting, skipped,"
            + " failed, duration_ms, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        run,
        position,
        node.node(),
        node.state(),
        node.changed(),
        node.unchanged(),
        node.waiting(),
        node.skipped(),
        node.failed(),
        node.duration().toMillis(),
        node.note());
  }

  List<RunRecord> last(int limit) {
    return sql.query(
        "SELECT * FROM runs ORDER BY id DESC LIMIT ?",
        row -> {
          long id = row.getLong("id");
          int exitCode = row.getInt("exit_code");
          boolean ended = !row.wasNull();
          Optional<RunRecord.End> end =
              ended
                  ? Optional.of(
                      new RunRecord.End(
                          Duration.ofMillis(row.getLong("duration_ms")),
                          exitCode,
                          row.getString("note"),
                          nodes(id)))
                  : Optional.empty();
          return new RunRecord(
              id,
              Verb.valueOf(row.getString("verb")),
              row.getLong("generation"),
              row.getString("user"),
              Instant.ofEpochMilli(row.getLong("started")),
              end);
        },
        limit);
  }

  private List<NodeSummary> nodes(long run) {
    return sql.query(
        "SELECT * FROM run_nodes WHERE run = ? ORDER BY position",
        row ->
            new NodeSummary(
                row.getString("node"),
                NodeState.valueOf(row.getString("state")),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("waiting"),
                row.getInt("skipped"),
                row.getInt("failed"),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getString("note")),
        run);
  }
}
