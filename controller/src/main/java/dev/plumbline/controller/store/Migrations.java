package dev.plumbline.controller.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Brings a database to the schema of this build: the scripts {@code 1.sql} to {@code N.sql}, each
 * in one transaction. The database counts them itself, in {@code PRAGMA user_version}.
 */
final class Migrations {
  static final int NEWEST = 2;

  private Migrations() {}

  static void run(Sql sql, String file) {
    int version = sql.query("PRAGMA user_version", row -> row.getInt(1)).getFirst();
    if (version > NEWEST) {
      throw new StoreException(
          file
              + " was written by a newer Plumbline (schema "
              + version
              + ", this one knows "
              + NEWEST
              + "); use that one");
    }
    for (int next = version + 1; next <= NEWEST; next++) {
      String script = script(next);
      String count = "PRAGMA user_version = " + next;
      sql.inTransaction(() -> {
        sql.script(script);
        sql.script(count);
      });
    }
  }

  private static String script(int version) {
    try (InputStream script = Migrations.class.getResourceAsStream(version + ".sql")) {
      if (script == null) {
        throw new IllegalStateException("this build lacks migration " + version);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read migration " + version, e);
    }
  }
}
