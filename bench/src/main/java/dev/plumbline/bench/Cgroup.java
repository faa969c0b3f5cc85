package dev.plumbline.bench;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A control group of this machine, of version 1 or 2: what its processes, and all that they start,
 * have used of the CPU.
 *
 * @param directory the group's own
 */
record Cgroup(Path directory) {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final Path VERSION_1 = ROOT.resolve("cpuacct");
  private static final int DEEPEST = 5;

  /** A new group, or the empty one that an earlier run left. */
  static Cgroup make(String name) {
    Path directory = (Files.isDirectory(VERSION_1) ? VERSION_1 : ROOT).resolve(name);
    try {
      return new Cgroup(Files.createDirectories(directory));
    } catch (IOException e) {
      throw new LabProblem("cannot make a control group, which only root may: " + e, e);
    }
  }

  /** The group of a container, whichever way its engine names it. */
  static Cgroup ofContainer(String id) {
    Path top = Files.isDirectory(VERSION_1) ? VERSION_1 : ROOT;
    try (Stream<Path> all =
        Files.find(
            top,
            DEEPEST,
            (path, is) -> is.isDirectory() && String.valueOf(path.getFileName()).contains(id))) {
      return new Cgroup(
          all.findFirst()
              .orElseThrow(() -> new LabProblem("container " + id + " has no control group")));
    } catch (IOException e) {
      throw new LabProblem("cannot search " + top + ": " + e.getMessage(), e);
    }
  }

  /** CPU seconds since the group was made. */
  double cpuSeconds() {
    try {
      Path version1 = directory.resolve("cpuacct.usage");
      if (Files.exists(version1)) {
        return Long.parseLong(Files.readString(version1).strip()) / 1e9;
      }
      String used = Files.readAllLines(directory.resolve("cpu.stat")).getFirst();
      return Long.parseLong(used.replaceAll("\\D", "")) / 1e6;
    } catch (IOException | NumberFormatException e) {
      throw new LabProblem("cannot read what " + directory + " has used: " + e.getMessage(), e);
    }
  }

  /** The beginning of a command line whose program runs in this group. */
  List<String> entering() {
    return List.of("sh", "-c", "echo 0 >\"$0/cgroup.procs\" && exec \"$@\"", directory.toString());
  }
}
