package dev.plumbline.agent.install;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The unpacked package that this process runs from.
 *
 * @param home the directory that holds runtime, lib and bin
 */
public record Unpacked(Path home) {
  /** Told by the start script. */
  public static Unpacked current() {
    return new Unpacked(Path.of(System.getProperty("plumbline.home", "/opt/plumbline/current")));
  }

  /** The hash of its jars and runtime. */
  public String build() throws Failure {
    Path file = home.resolve("build");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }
}
