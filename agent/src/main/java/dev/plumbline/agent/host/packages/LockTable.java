package dev.plumbline.agent.host.packages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code /proc/locks} (proc_locks(5)). */
final class LockTable {
  private static final Pattern HELD =
      Pattern.compile(
          "\\d+: \\w+ +\\w+ +WRITE (\\d+) ([0-9a-f]+):([0-9a-f]+):(\\d+) .*"); // "->" waits only.

  private LockTable() {}

  /** The process that holds a write lock on the file with that inode number. */
  static Optional<Long> holder(String locks, long inode) {
    return locks
        .lines()
        .map(HELD::matcher)
        .filter(Matcher::matches)
        .filter(held -> Long.parseLong(held.group(4)) == inode)
        .map(held -> Long.parseLong(held.group(1)))
        .findFirst();
  }
}
