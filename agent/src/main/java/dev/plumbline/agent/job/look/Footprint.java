package dev.plumbline.agent.job.look;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel counts for one process, without its children (proc(5)).
 *
 * @param started tells it from a later process with the same number
 * @param cpuMillis of user and system
 * @param resident memory now, in bytes
 * @param peak the most memory that it had, in bytes
 */
public record Footprint(long started, long cpuMillis, long resident, long peak) {
  private static final int UTIME = 14;
  private static final int STIME = 15;
  private static final int STARTTIME = 22;

  /** The first field after the name, which stands in parentheses and may hold anything. */
  private static final int AFTER_NAME = 3;

  /** The kernel's USER_HZ is 100 on every machine that Linux runs on today but alpha and ia64. */
  private static final long MILLIS_PER_TICK = 10;

  private static final long KIBIBYTE = 1 << 10;

  /**
   * @param process on a node {@code /proc/PID}
   * @return empty for one that has ended
   */
  public static Optional<Footprint> of(Path process) {
    try {
      String stat = Remains.text(process.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
      String status = Remains.text(process.resolve("status"));
      return Optional.of(
          new Footprint(
              field(fields, STARTTIME),
              (field(fields, UTIME) + field(fields, STIME)) * MILLIS_PER_TICK,
              kibibytes(status, "VmRSS:"),
              kibibytes(status, "VmHWM:")));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static long field(String[] fields, int number) {
    return Long.parseLong(fields[number - AFTER_NAME]);
  }

  /** A process that waits to be reaped has no memory any more. */
  private static long kibibytes(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replace("kB", "").strip())
        .mapToLong(number -> Long.parseLong(number) * KIBIBYTE)
        .findFirst()
        .orElse(0);
  }
}
