package dev.plumbline.agent.job.look;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.report.Shortage;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the kernel wrote of processes that it ended for want of memory. Their control group knows it
 * too, but systemd removes that as soon as the program has failed.
 */
public final class KernelLog {
  /** {@code 2026-11-20T20:00:00,123456+00:00 oom-kill:…,oom_memcg=/a,task_memcg=/a/b,task=…}. */
  private static final Pattern KILL =
      Pattern.compile(
          "(\\S+) oom-kill:.*?(?:,oom_memcg=([^,]*)|,global_oom),task_memcg=([^,]*),task=.*");

  private static final String REMEDY = "look yourself: dmesg | grep oom-kill";

  /** Its clock is the machine's own; the longer that runs, the more it differs from others. */
  private static final Duration VAGUE = Duration.ofHours(1);

  private static final String SERVICES = "/system.slice/";
  private final Processes processes;
  private final Path groups;

  /**
   * @param groups those of this process, on a node {@code /proc/self/cgroup}
   */
  public KernelLog(Processes processes, Path groups) {
    this.processes = processes;
    this.groups = groups;
  }

  /**
   * Whether a process in one of these units was ended, and whose want it was.
   *
   * @param units matches their names
   * @param since before it they were those of another job of the same number
   */
  public Shortage shortage(Pattern units, Instant since) throws Failure {
    String log = processes.mustRun(Command.of("dmesg", "--time-format", "iso"), REMEDY).out();
    return find(log, Pattern.compile(Pattern.quote(machine()) + "/(.*/)?" + units), since);
  }

  /** Where systemd's groups begin: a node in a container shares its kernel with others. */
  private String machine() throws Failure {
    try (Stream<String> lines = Files.lines(groups)) {
      return lines
          .map(line -> line.substring(line.indexOf('/')))
          .filter(group -> group.contains(SERVICES))
          .map(group -> group.substring(0, group.lastIndexOf(SERVICES)))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw FileTrouble.of("read", groups, e);
    }
  }

  private static Shortage find(String log, Pattern units, Instant since) throws Failure {
    Shortage found = Shortage.NONE;
    for (String line : log.lines().toList()) {
      Matcher kill = KILL.matcher(line);
      if (kill.matches()
          && units.matcher(kill.group(3)).matches()
          && when(kill.group(1)).isAfter(since.minus(VAGUE))) {
        if (kill.group(2) != null && units.matcher(kill.group(2)).matches()) {
          return Shortage.LIMIT;
        }
        found = Shortage.NODE;
      }
    }
    return found;
  }

  private static Instant when(String time) throws Failure {
    try {
      return OffsetDateTime.parse(time.replace(',', '.')).toInstant();
    } catch (DateTimeParseException e) {
      throw new Failure("dmesg writes a time that is not known: " + time, REMEDY, e);
    }
  }
}
