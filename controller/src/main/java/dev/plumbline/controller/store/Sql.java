package dev.plumbline.controller.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection, and turns its errors into one line for a person. */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final String file;

  Sql(Connection connection, String file) {
    this.connection = connection;
    this.file = file;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Anything that the driver may refuse. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  <T> List<T> query(String statement, Row<T> reader, @Nullable Object... arguments) {
    return doing(() -> {
      try (PreparedStatement prepared = prepare(statement, arguments);
          ResultSet rows = prepared.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.read(rows));
        }
        return read;
      }
    });
  }

  void run(String statement, @Nullable Object... arguments) {
    doing(() -> {
      try (PreparedStatement prepared = prepare(statement, arguments)) {
        return prepared.executeUpdate();
      }
    });
  }

  void script(String statements) {
    doing(() -> {
      try (Statement statement = connection.createStatement()) {
        return statement.executeUpdate(statements);
      }
    });
  }

  void inTransaction(Runnable work) {
    run("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      work.run();
      run("COMMIT");
      done = true;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  /** The failure that led here is on its way to the caller; SQLite may have rolled back already. */
  private void rollBack() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException _) {
      // There is no transaction any more, which is what was wanted.
    }
  }

  <T> T doing(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw StoreFailure.of(file, e);
    }
  }

  @Override
  public void close() {
    doing(() -> {
      connection.close();
      return true;
    });
  }

  private PreparedStatement prepare(String statement, @Nullable Object... arguments)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      switch (argument) {
        case null -> prepared.setNull(i + 1, Types.NULL);
        case Instant instant -> prepared.setLong(i + 1, instant.toEpochMilli());
        case Enum<?> word -> prepared.setString(i + 1, word.name());
        default -> prepared.setObject(i + 1, argument);
      }
    }
    return prepared;
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
