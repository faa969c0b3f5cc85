package dev.plumbline.agent.facts;

import java.io.IOException;
import java.util.List;

/** What /proc/meminfo says, in bytes. */
final class Memory {
  private Memory() {}

  static void detect(Root root, Detector.Sink sink) throws IOException {
    List<String> lines = root.lines("proc/meminfo");
    sink.fact("memory.total_bytes", bytes(lines, "MemTotal"));
    sink.fact("memory.available_bytes", bytes(lines, "MemAvailable"));
    sink.fact("memory.swap_bytes", bytes(lines, "SwapTotal"));
  }

  /**
   * A line such as {@code MemTotal: 24684084 kB}.
   *
   * @throws IOException if there is none
   */
  static long bytes(List<String> lines, String name) throws IOException {
    for (String line : lines) {
      if (line.startsWith(name + ":")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("proc/meminfo has no " + name);
  }
}
