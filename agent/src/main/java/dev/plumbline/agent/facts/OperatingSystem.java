package dev.plumbline.agent.facts;

import java.io.IOException;
import java.util.Map;

/** What os-release(5) and the kernel say of themselves. */
final class OperatingSystem {
  private static final Map<String, String> NAMES =
      Map.of(
          "ID", "os.id",
          "PRETTY_NAME", "os.name",
          "VERSION_ID", "os.version",
          "VERSION_CODENAME", "os.codename");

  private OperatingSystem() {}

  static void detect(Root root, Detector.Sink sink) throws IOException {
    root.assignments("etc/os-release")
        .forEach((key, value) -> {
          String name = NAMES.get(key);
          if (name != null) {
            sink.fact(name, value);
          }
        });
    root.text("proc/sys/kernel/osrelease").ifPresent(text -> sink.fact("kernel.release", text));
  }
}
