package dev.plumbline.agent.install;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How the agent of this node is, as JSON. */
public final class StatusReport {
  private StatusReport() {}

  public static String of(Layout layout, Unpacked running) throws Failure {
    Settings settings = Settings.read(layout.settings());
    Optional<Tree> connection = ConnectionFile.read(layout.connection());
    return settings
        .json()
        .text("build", running.build())
        .text("machine_id", machineId(layout.root().resolve("etc/machine-id")))
        .flag("running", connection.isPresent())
        .flag(
            "connected",
            connection.flatMap(tree -> tree.find("connected")).orElse("").equals("true"))
        .find("controller", connection.flatMap(tree -> tree.find("controller")))
        .find("reason", connection.flatMap(tree -> tree.find("reason")))
        .find("since", connection.flatMap(tree -> tree.find("since")))
        .json();
  }

  private static String machineId(Path file) throws Failure {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }
}
