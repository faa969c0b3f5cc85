package dev.plumbline.agent.facts;

import java.io.IOException;
import java.util.List;

/** What /proc/cpuinfo says. */
final class Cpu {
  private Cpu() {}

  static void detect(Root root, Detector.Sink sink) throws IOException {
    List<String> lines = root.lines("proc/cpuinfo");
    sink.fact("cpu.count", lines.stream().filter(line -> line.startsWith("processor")).count());
    lines.stream()
        .filter(line -> line.startsWith("model name"))
        .findFirst()
        .ifPresent(line -> sink.fact("cpu.model", line.substring(line.indexOf(':') + 1).strip()));
    sink.fact("cpu.architecture", architecture(System.getProperty("os.arch", "unknown")));
  }

  /** As {@code uname -m} prints it. */
  private static String architecture(String java) {
    return java.equals("amd64") ? "x86_64" : java;
  }
}
