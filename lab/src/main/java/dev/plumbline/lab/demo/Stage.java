package dev.plumbline.lab.demo;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** The directory that a demo plays in: a copy of the example inventory, for the user to edit. */
record Stage(Path directory) {
  private static final String EXAMPLE = "inventory/examples/beowulf.yaml";
  private static final String NAME = "inventory.yaml";

  /** The groups that make it a cluster of Spark too; they fit behind those of the example. */
  private static final String SPARK = "spark.yaml";

  /** Copies the example from a checkout; what is there already stays, so that a demo can go on. */
  static Stage set(Path checkout, Path directory) {
    try {
      Files.createDirectories(directory);
      copy(checkout.resolve(EXAMPLE), directory.resolve(NAME));
      return new Stage(directory.toRealPath());
    } catch (IOException e) {
      throw new LabProblem("cannot copy the example to " + directory + ": " + e.getMessage(), e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<String> lines = Files.readAllLines(from);
    // The schema that the first line names lies beside the original.
    lines.removeIf(line -> line.startsWith("# yaml-language-server:"));
    try {
      Files.writeString(to, String.join("\n", lines) + "\n", StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      return; // The user may have edited it.
    }
  }

  Path inventory() {
    return directory.resolve(NAME);
  }

  /** The archive of the image that Spark's groups name. */
  Path image() {
    return directory.resolve("spark.tar");
  }

  /**
   * Adds Spark to the inventory, unless it is there.
   *
   * @return what was added
   */
  String addSpark() {
    try (InputStream in = Objects.requireNonNull(Stage.class.getResourceAsStream(SPARK), SPARK)) {
      String groups = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!Files.readString(inventory()).contains("spark-master:")) {
        Files.writeString(inventory(), groups, StandardOpenOption.APPEND);
      }
      return groups;
    } catch (IOException e) {
      throw new LabProblem("cannot add Spark to " + inventory() + ": " + e.getMessage(), e);
    }
  }
}
