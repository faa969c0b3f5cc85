package dev.plumbline.resources.docker;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.host.files.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the engine keeps what it has. */
public final class DataRoot {
  private static final Path USUAL = Path.of("/var/lib/docker");

  private DataRoot() {}

  /** As {@code daemon.json} says, else Docker's own default. */
  public static Path of(Files files) throws Failure {
    Optional<byte[]> content = files.read(DaemonFile.PATH);
    return content.isPresent()
            && DaemonFile.parse(content.get()).members().get("data-root") instanceof Json.Text root
        ? Path.of(root.text())
        : USUAL;
  }
}
