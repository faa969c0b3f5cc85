package dev.plumbline.lab.demo;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory that a demo plays in: a copy of the example inventory, for the user to edit. */
record Stage(Path directory) {
  private static final String EXAMPLE = "three-nodes.yaml";

  /** Copies the example from a checkout; what is there already stays, so that a demo can go on. */
  static Stage set(Path checkout, Path directory) {
    Path examples = checkout.resolve("inventory/examples");
    try {
      Files.createDirectories(directory);
      copy(examples.resolve(EXAMPLE), directory.resolve("inventory.yaml"));
      try (Stream<Path> files = Files.walk(examples.resolve("files"))) {
        for (Path file : files.toList()) {
          copy(file, directory.resolve(examples.relativize(file).toString()));
        }
      }
      return new Stage(directory.toRealPath());
    } catch (IOException e) {
      throw new LabProblem("cannot copy the example to " + directory + ": " + e.getMessage(), e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try {
      if (to.endsWith("inventory.yaml")) {
        // The schema that the first line names lies beside the original.
        List<String> lines = Files.readAllLines(from);
        lines.removeIf(line -> line.startsWith("# yaml-language-server:"));
        Files.writeString(
            to, String.join("\n", lines) + "\n", java.nio.file.StandardOpenOption.CREATE_NEW);
      } else {
        Files.copy(from, to);
      }
    } catch (FileAlreadyExistsException e) {
      // The user may have edited it.
      return;
    }
  }

  Path inventory() {
    return directory.resolve("inventory.yaml");
  }
}
