package dev.plumbline.controller.store;

import dev.plumbline.controller.job.Asked;
import dev.plumbline.controller.job.Cause;
import dev.plumbline.controller.job.Exit;
import dev.plumbline.controller.job.JobMessage;
import dev.plumbline.controller.job.JobPhase;
import dev.plumbline.controller.job.JobReader;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.job.Place;
import dev.plumbline.controller.job.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is remembered of jobs. */
final class Jobs {
  private final Sql sql;
  private final JobShares shares;

  Jobs(Sql sql) {
    this.sql = sql;
    this.shares = new JobShares(sql);
  }

  void save(JobRecord job) {
    @Nullable Verdict verdict = job.verdict().orElse(null);
    @Nullable Exit exit = job.verdict().flatMap(Verdict::exit).orElse(null);
    sql.run(
        "INSERT OR REPLACE INTO jobs (id, name, over, message, user, forced, secrets, attempt,"
            + " generation, drifted, verdict, cause, why, code, exit_code, exit_cause, exit_lines,"
            + " exit_rank, bytes_sent, log_size)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        job.id(),
        job.spec().name(),
        job.phase().isEnd(),
        job.asked().message().bytes(),
        job.asked().user(),
        job.asked().force(),
        Lines.join(job.asked().secrets()),
        job.attempt(),
        job.generation(),
        job.drifted(),
        verdict == null ? null : verdict.end(),
        verdict == null ? null : verdict.cause().map(Cause::word).orElse(null),
        verdict == null ? null : Lines.join(verdict.why()),
        verdict == null ? null : verdict.code(),
        exit == null ? null : exit.code(),
        exit == null ? null : exit.cause(),
        exit == null ? null : exit.lastLines(),
        exit == null || exit.rank().isEmpty() ? null : exit.rank().getAsInt(),
        job.bytesSent(),
        job.logSize());
    // REPLACE deletes the old row and with it, by cascade, what hung on it.
    int position = 0;
    for (JobRecord.Entered state : job.states()) {
      sql.run(
          "INSERT INTO job_states (job, position, phase, why, at) VALUES (?, ?, ?, ?, ?)",
          job.id(),
          position++,
          state.phase(),
          Lines.join(state.why()),
          state.at());
    }
    position = 0;
    for (Place place : job.places()) {
      sql.run(
          "INSERT INTO job_places (job, position, node, address, slots, ranks)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          job.id(),
          position++,
          place.node(),
          place.address(),
          place.slots(),
          place.ranks());
    }
    job.shares().forEach((node, share) -> shares.save(job.id(), node, share));
  }

  /** The newest first. */
  List<JobRecord> last(JobReader reader, int limit) {
    return read(reader, "SELECT * FROM jobs ORDER BY id DESC LIMIT ?", limit);
  }

  /** Those that are not over, the oldest first. */
  List<JobRecord> underWay(JobReader reader) {
    return read(reader, "SELECT * FROM jobs WHERE over = 0 ORDER BY id");
  }

  Optional<JobRecord> find(JobReader reader, long id) {
    return read(reader, "SELECT * FROM jobs WHERE id = ?", id).stream().findFirst();
  }

  long highest() {
    return sql.query("SELECT max(id) AS id FROM jobs", row -> row.getLong("id")).getFirst();
  }

  private List<JobRecord> read(JobReader reader, String query, Object... arguments) {
    return sql.query(query, row -> job(reader, row), arguments);
  }

  private JobRecord job(JobReader reader, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    JobMessage message = new JobMessage(row.getBytes("message"));
    return new JobRecord(
        id,
        new Asked(
            reader.read(message),
            message,
            row.getString("user"),
            row.getBoolean("forced"),
            false,
            Set.copyOf(Lines.split(row.getString("secrets")))),
        row.getInt("attempt"),
        states(id),
        places(id),
        row.getLong("generation"),
        row.getBoolean("drifted"),
        verdict(row),
        shares.of(id),
        row.getLong("bytes_sent"),
        row.getLong("log_size"));
  }

  private static Optional<Verdict> verdict(ResultSet row) throws SQLException {
    @Nullable String end = row.getString("verdict");
    return end == null
        ? Optional.empty()
        : Optional.of(
            new Verdict(
                JobPhase.valueOf(end),
                Optional.ofNullable(row.getString("cause")).map(Cause::of),
                Lines.split(row.getString("why")),
                row.getInt("code"),
                exit(row),
                List.of()));
  }

  private static Optional<Exit> exit(ResultSet row) throws SQLException {
    int code = row.getInt("exit_code");
    if (row.wasNull()) {
      return Optional.empty();
    }
    int rank = row.getInt("exit_rank");
    OptionalInt failed = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(rank);
    return Optional.of(
        new Exit(
            code,
            row.getString("exit_cause"),
            row.getString("exit_lines"),
            failed,
            Exit.Blame.PROGRAM));
  }

  private List<JobRecord.Entered> states(long job) {
    return sql.query(
        "SELECT phase, why, at FROM job_states WHERE job = ? ORDER BY position",
        row ->
            new JobRecord.Entered(
                JobPhase.valueOf(row.getString("phase")),
                Lines.split(row.getString("why")),
                Instant.ofEpochMilli(row.getLong("at"))),
        job);
  }

  private List<Place> places(long job) {
    return sql.query(
        "SELECT node, address, slots, ranks FROM job_places WHERE job = ? ORDER BY position",
        row ->
            new Place(
                row.getString("node"),
                row.getString("address"),
                row.getInt("slots"),
                row.getInt("ranks")),
        job);
  }
}
