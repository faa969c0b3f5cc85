package dev.plumbline.agent.host.packages;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code /proc/locks} (proc_locks(5)). */
final class LockTable {
  private static final Pattern HELD =
      Pattern.compile(
          "\\d+: \\w+ +\\w+ +WRITE (\\d+) ([0-9a-f]+):([0-9a-f]+):(\\d+) .*"); // "->" waits only.

  private LockTable() {}

  /**
   * The processes that hold write locks on files with that inode number; files of several file
   * systems may have it.
   */
  static List<Long> holders(String locks, long inode) {
    return locks
        .lines()
        .map(HELD::matcher)
        .filter(Matcher::matches)
        .filter(held -> Long.parseLong(held.group(4)) == inode)
        .map(held -> Long.parseLong(held.group(1)))
        .toList();
  }
}
