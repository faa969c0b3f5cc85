package dev.plumbline.lab.node;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name servers that a node asks: this machine's own, as they can be reached from a node. */
final class NameServers {
  private static final Pattern LINE =
      Pattern.compile("(?m)^nameserver\\s+(\\d+\\.\\d+\\.\\d+\\.\\d+)");

  /** The engine's resolver inside every container, which asks on the machine's behalf. */
  private static final String ENGINE = "127.0.0.11";

  private NameServers() {}

  /** By blanks. Where this machine asks itself, the servers behind that, else the engine's. */
  static String ofThisMachine() {
    for (Path file :
        List.of(Path.of("/etc/resolv.conf"), Path.of("/run/systemd/resolve/resolv.conf"))) {
      if (Files.isReadable(file)) {
        try {
          String servers = reachable(Files.readString(file));
          if (!servers.isEmpty()) {
            return servers;
          }
        } catch (IOException e) {
          throw new LabProblem("cannot read " + file + ": " + e.getMessage(), e);
        }
      }
    }
    return ENGINE;
  }

  static String reachable(String resolver) {
    return LINE.matcher(resolver)
        .results()
        .map(match -> match.group(1))
        .filter(server -> !server.startsWith("127."))
        .collect(Collectors.joining(" "));
  }
}
