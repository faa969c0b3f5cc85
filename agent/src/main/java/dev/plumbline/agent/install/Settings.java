package dev.plumbline.agent.install;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Who the agent is and whom it serves.
 *
 * @param controllers host:port, tried in turn; at least one
 */
public record Settings(String node, String cluster, List<String> controllers) {
  public Settings {
    controllers = List.copyOf(controllers);
    if (node.isEmpty() || controllers.isEmpty()) {
      throw new IllegalArgumentException("node and at least one controller are needed");
    }
  }

  static Settings of(Tree tree) {
    return new Settings(tree.text("node"), tree.text("cluster"), tree.texts("controllers"));
  }

  public static Settings read(Path file) throws Failure {
    try {
      return of(Tree.read(Files.readString(file), file.toString()));
    } catch (NoSuchFileException e) {
      throw new Failure(
          "no agent is installed here: there is no " + file,
          "run 'plumb agent install' where the inventory is",
          e);
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          "the agent's settings cannot be read: " + e.getMessage(),
          "run 'plumb agent install' again",
          e);
    }
  }

  void write(Path file) throws Failure {
    AtomicFile.write(file, json().json().getBytes(StandardCharsets.UTF_8));
  }

  Tree.Writer json() {
    return new Tree.Writer()
        .text("node", node)
        .text("cluster", cluster)
        .texts("controllers", controllers);
  }
}
