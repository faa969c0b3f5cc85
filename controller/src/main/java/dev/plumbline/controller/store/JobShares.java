package dev.plumbline.controller.store;

import dev.plumbline.controller.job.Content;
import dev.plumbline.controller.job.NodeShare;
import dev.plumbline.controller.job.PlacedFile;
import dev.plumbline.controller.job.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered of jobs on each node. */
final class JobShares {
  private final Sql sql;

  JobShares(Sql sql) {
    this.sql = sql;
  }

  void save(long job, String node, NodeShare share) {
    @Nullable Usage usage = share.usage().orElse(null);
    sql.run(
        "INSERT INTO job_shares (job, node, clean, given_up, collected, missing, cpu_ms,"
            + " memory_peak) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        job,
        node,
        share.clean(),
        share.givenUp(),
        share.collected(),
        Lines.join(share.missing()),
        usage == null ? null : usage.cpu().toMillis(),
        usage == null ? null : usage.memoryPeak());
    int position = 0;
    for (PlacedFile file : share.outputs()) {
      sql.run(
          "INSERT INTO job_outputs (job, node, position, path, hash, size, executable)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          job,
          node,
          position++,
          file.path(),
          file.content().hash(),
          file.content().size(),
          file.executable());
    }
  }

  Map<String, NodeShare> of(long job) {
    Map<String, NodeShare> shares = new LinkedHashMap<>();
    sql.query(
            "SELECT * FROM job_shares WHERE job = ? ORDER BY node",
            row -> Map.entry(row.getString("node"), share(job, row)),
            job)
        .forEach(entry -> shares.put(entry.getKey(), entry.getValue()));
    return shares;
  }

  private NodeShare share(long job, ResultSet row) throws SQLException {
    long cpu = row.getLong("cpu_ms");
    Optional<Usage> usage =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(new Usage(Duration.ofMillis(cpu), row.getLong("memory_peak")));
    return new NodeShare(
        row.getBoolean("clean"),
        row.getString("given_up"),
        row.getBoolean("collected"),
        outputs(job, row.getString("node")),
        Lines.split(row.getString("missing")),
        usage);
  }

  private List<PlacedFile> outputs(long job, String node) {
    return sql.query(
        "SELECT path, hash, size, executable FROM job_outputs WHERE job = ? AND node = ?"
            + " ORDER BY position",
        row ->
            new PlacedFile(
                row.getString("path"),
                new Content(row.getString("hash"), row.getLong("size")),
                row.getBoolean("executable")),
        job,
        node);
  }
}
