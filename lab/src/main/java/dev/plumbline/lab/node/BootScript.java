package dev.plumbline.lab.node;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The first process of a node: it makes a machine of the container, then becomes systemd. */
final class BootScript {
  static final String PATH = "/usr/lib/plumbline-lab";

  private BootScript() {}

  /** Lays it into a container that has not started yet. */
  static void into(Docker docker, String container) {
    try {
      Path directory = Files.createTempDirectory("plumbline-lab");
      Path script = directory.resolve("boot");
      try (InputStream stream = BootScript.class.getResourceAsStream("boot.sh")) {
        if (stream == null) {
          throw new IllegalStateException("the lab's jar lacks boot.sh");
        }
        Files.copy(stream, script);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        docker.ask(
            "giving " + container + " its first process",
            "cp",
            directory + "/.",
            container + ":" + PATH);
      } finally {
        Files.deleteIfExists(script);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new LabProblem("cannot write the first process of a node: " + e.getMessage(), e);
    }
  }
}
