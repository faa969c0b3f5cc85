package dev.plumbline.agent.job.unit;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the kernel counts for a control group, of version 1 and 2. */
final class ControlGroups {
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final int MICROS_PER_MILLI = 1_000;
  private final Path root;

  /**
   * @param root on a node {@code /sys/fs/cgroup}
   */
  ControlGroups(Path root) {
    this.root = root;
  }

  /** The processes in a group and in those below it. */
  List<Long> processes(String group) throws Failure {
    Path directory = inside(unified() ? root : root.resolve("systemd"), group);
    List<Long> processes = new ArrayList<>();
    try (var all = Files.walk(directory)) {
      for (Path file : all.filter(path -> path.endsWith("cgroup.procs")).toList()) {
        Files.readAllLines(file).forEach(line -> processes.add(Long.valueOf(line)));
      }
    } catch (NoSuchFileException e) {
      return processes;
    } catch (UncheckedIOException e) {
      // A group below it went in this moment.
      throw FileTrouble.of("read", directory, new IOException(e.getMessage(), e));
    } catch (IOException e) {
      throw FileTrouble.of("read", directory, e);
    }
    return processes;
  }

  /** Systems with both versions count the time in one tree and the memory in the other. */
  Usage usage(String group) {
    long cpu = number(inside(root.resolve("cpuacct"), group).resolve("cpuacct.usage"));
    long memory =
        number(inside(root.resolve("memory"), group).resolve("memory.max_usage_in_bytes"));
    long millis = cpu / NANOS_PER_MILLI;
    for (Path tree : List.of(root, root.resolve("unified"))) {
      Path directory = inside(tree, group);
      millis =
          Math.max(millis, field(directory.resolve("cpu.stat"), "usage_usec") / MICROS_PER_MILLI);
      memory = Math.max(memory, number(directory.resolve("memory.peak")));
    }
    return new Usage(millis, memory);
  }

  private boolean unified() {
    return Files.exists(root.resolve("cgroup.controllers"));
  }

  private static Path inside(Path hierarchy, String group) {
    return hierarchy.resolve(group.startsWith("/") ? group.substring(1) : group);
  }

  /** A missing file counts nothing: kernels before 5.19 have no memory.peak. */
  private static long number(Path file) {
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static long field(Path file, String name) {
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(name + " ")) {
          return Long.parseLong(line.substring(name.length() + 1).strip());
        }
      }
      return 0;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
