package dev.plumbline.controller.store;

import dev.plumbline.controller.job.Drain;
import dev.plumbline.controller.job.JobReader;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.model.CertificateRecord;
import dev.plumbline.controller.model.Generation;
import dev.plumbline.controller.model.KnownExport;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.RunRecord;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.sqlite.JDBC;

/** A store in one SQLite file. */
public final class SqliteStore implements Store {
  private final Sql sql;
  private final Generations generations;
  private final Nodes nodes;
  private final Runs runs;
  private final Jobs jobs;

  private SqliteStore(Sql sql) {
    this.sql = sql;
    this.generations = new Generations(sql);
    this.nodes = new Nodes(sql);
    this.runs = new Runs(sql);
    this.jobs = new Jobs(sql);
  }

  /**
   * Opens a database, and makes it where there is none.
   *
   * @throws StoreException if it cannot be read, is damaged or is of a newer build
   */
  public static SqliteStore open(Path file) {
    // The driver unpacks its native code; the directory of the database is one that we may write.
    System.setProperty("org.sqlite.tmpdir", String.valueOf(file.toAbsolutePath().getParent()));
    Sql sql;
    try {
      sql =
          new Sql(JDBC.createConnection("jdbc:sqlite:" + file, new Properties()), file.toString());
    } catch (SQLException e) {
      throw StoreFailure.of(file.toString(), e);
    }
    try {
      // A report that was acknowledged must survive a power cut, hence FULL.
      sql.script(
          "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
              + " PRAGMA busy_timeout = 2000");
      Migrations.run(sql, file.toString());
      return new SqliteStore(sql);
    } catch (StoreException e) {
      sql.close();
      throw e;
    }
  }

  /** Lets the file grow no further, as a full disk would. */
  void limitPages(int pages) {
    sql.script("PRAGMA max_page_count = " + pages);
  }

  @Override
  public void inTransaction(Runnable work) {
    sql.inTransaction(work);
  }

  @Override
  public Optional<String> setting(String name) {
    return sql
        .query("SELECT value FROM settings WHERE name = ?", row -> row.getString("value"), name)
        .stream()
        .findFirst();
  }

  @Override
  public void set(String name, String value) {
    sql.run("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", name, value);
  }

  @Override
  public Optional<Generation> generation() {
    return generations.last();
  }

  @Override
  public void add(Generation generation, Collection<EncodedCatalog> catalogs) {
    generations.add(generation, catalogs);
  }

  @Override
  public Optional<EncodedCatalog> catalog(long generation, String node) {
    return generations.catalog(generation, node);
  }

  @Override
  public List<NodeRecord> nodes() {
    return nodes.all();
  }

  @Override
  public void save(NodeRecord node) {
    nodes.save(node);
  }

  @Override
  public List<KnownExport> exports() {
    return sql.query(
        "SELECT node, resource, attribute, value, digest FROM exports",
        row ->
            new KnownExport(
                new ExportKey(
                    row.getString("node"),
                    ResourceId.parse(row.getString("resource")),
                    row.getString("attribute")),
                Optional.ofNullable(row.getString("value")),
                row.getString("digest")));
  }

  @Override
  public void save(KnownExport export) {
    sql.run(
        "INSERT OR REPLACE INTO exports (node, resource, attribute, value, digest)"
            + " VALUES (?, ?, ?, ?, ?)",
        export.key().node(),
        export.key().resource().toString(),
        export.key().attribute(),
        export.value().orElse(null),
        export.digest());
  }

  @Override
  public void save(RunRecord run) {
    runs.save(run);
  }

  @Override
  public List<RunRecord> runs(int limit) {
    return runs.last(limit);
  }

  @Override
  public List<CertificateRecord> certificates() {
    return sql.query(
        "SELECT * FROM certificates ORDER BY signed",
        row ->
            new CertificateRecord(
                row.getString("serial"),
                row.getString("node"),
                row.getString("machine_id"),
                Instant.ofEpochMilli(row.getLong("signed")),
                Instant.ofEpochMilli(row.getLong("not_after")),
                Sql.instant(row, "revoked")));
  }

  @Override
  public void add(CertificateRecord certificate) {
    sql.run(
        "INSERT INTO certificates (serial, node, machine_id, signed, not_after, revoked)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        certificate.serial(),
        certificate.node(),
        certificate.machineId(),
        certificate.signed(),
        certificate.notAfter(),
        certificate.revoked().orElse(null));
  }

  @Override
  public void revoke(String serial, Instant at) {
    sql.run("UPDATE certificates SET revoked = ? WHERE serial = ?", at, serial);
  }

  @Override
  public void save(JobRecord job) {
    jobs.save(job);
  }

  @Override
  public List<JobRecord> jobs(JobReader reader, int limit) {
    return jobs.last(reader, limit);
  }

  @Override
  public List<JobRecord> jobsUnderWay(JobReader reader) {
    return jobs.underWay(reader);
  }

  @Override
  public Optional<JobRecord> job(JobReader reader, long id) {
    return jobs.find(reader, id);
  }

  @Override
  public long lastJob() {
    return jobs.highest();
  }

  @Override
  public List<Drain> drains() {
    return sql.query("SELECT * FROM drains ORDER BY node", SqliteStore::drain);
  }

  private static Drain drain(ResultSet row) throws SQLException {
    long job = row.getLong("job");
    OptionalLong of = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(job);
    return new Drain(
        row.getString("node"),
        row.getString("reason"),
        row.getString("user"),
        Instant.ofEpochMilli(row.getLong("since")),
        of);
  }

  @Override
  public void save(Drain drain) {
    sql.run(
        "INSERT OR REPLACE INTO drains (node, reason, user, since, job) VALUES (?, ?, ?, ?, ?)",
        drain.node(),
        drain.reason(),
        drain.user(),
        drain.since(),
        drain.job().isPresent() ? drain.job().getAsLong() : null);
  }

  @Override
  public void resume(String node) {
    sql.run("DELETE FROM drains WHERE node = ?", node);
  }

  @Override
  public void close() {
    sql.close();
  }
}
