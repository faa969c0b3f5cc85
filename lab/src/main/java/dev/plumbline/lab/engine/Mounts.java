package dev.plumbline.lab.engine;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is mounted below a directory; an engine that was killed leaves its mounts there. */
final class Mounts {
  private static final Path TABLE = Path.of("/proc/self/mountinfo");

  private Mounts() {}

  static void removeBelow(Path directory) {
    try {
      List<String> points = below(directory, Files.readString(TABLE));
      for (String point : points.reversed()) {
        Command.of("umount", point).output("unmounting " + point);
      }
    } catch (IOException e) {
      throw new LabProblem("cannot read " + TABLE + ": " + e.getMessage(), e);
    }
  }

  /**
   * In the order of their mounting.
   *
   * @param table as in /proc/self/mountinfo, see proc(5)
   */
  static List<String> below(Path directory, String table) {
    return table
        .lines()
        .map(line -> line.split(" ", -1)[4])
        .filter(point -> point.startsWith(directory + "/"))
        .toList();
  }
}
