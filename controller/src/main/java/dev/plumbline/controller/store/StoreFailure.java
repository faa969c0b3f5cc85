package dev.plumbline.controller.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says in one line what is wrong with a database file, and what to do. */
final class StoreFailure {
  private static final int BUSY = 5;
  private static final int READ_ONLY = 8;
  private static final int IO = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int NOT_A_DATABASE = 26;

  private StoreFailure() {}

  static StoreException of(String file, SQLException e) {
    // The low byte of an extended result code is the primary one (sqlite.org/rescode.html).
    String what =
        switch (e.getErrorCode() & 0xff) {
          case FULL -> "cannot write " + file + ": the disk is full; free some space and try again";
          case CORRUPT, NOT_A_DATABASE ->
              file
                  + " is damaged or not a database of this controller; move it away and run plumb"
                  + " apply, which installs the agents anew";
          case READ_ONLY -> "cannot write " + file + ": it is read-only";
          case CANNOT_OPEN -> "cannot open " + file + ": see the permissions of its directory";
          case BUSY -> file + " is in use by another program; close that and try again";
          case IO -> "cannot read or write " + file + ": " + e.getMessage();
          default -> file + ": " + e.getMessage() + because(e.getCause());
        };
    return new StoreException(what, e);
  }

  /** The driver keeps to itself that it could not unpack its native code. */
  private static String because(@Nullable Throwable cause) {
    return cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
  }
}
