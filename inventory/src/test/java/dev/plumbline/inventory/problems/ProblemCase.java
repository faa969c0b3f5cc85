package dev.plumbline.inventory.problems;

import dev.plumbline.inventory.Caller;
import dev.plumbline.inventory.InventoryLoader;
import dev.plumbline.inventory.InventoryResult;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One wrong inventory.
 *
 * @param mistake the class of mistakes that it belongs to
 */
record ProblemCase(String mistake, String name) {
  static final Path FOLDER = Path.of("src/test/resources/problems");

  static List<ProblemCase> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER, 2)) {
      return Stream.concat(
              files
                  .map(FOLDER::relativize)
                  .filter(file -> file.getNameCount() == 2)
                  .map(file ->
                      new ProblemCase(
                          file.getName(0).toString(),
                          file.getName(1).toString().replaceAll("\\.(yaml|problems)$", ""))),
              LargeFiles.CASES.keySet().stream())
          .distinct()
          .sorted((a, b) -> a.toString().compareTo(b.toString()))
          .toList();
    }
  }

  /** What loading it in an empty directory finds wrong: one problem per line, with its rule. */
  String problems(Path directory) throws IOException {
    prepare(directory);
    Caller caller =
        new Caller(directory, directory.resolve("home"), Map.of("HOME", "/home/somebody"));
    InventoryResult result =
        new InventoryLoader(caller, ResourceTypes.standard()).find(Optional.empty());
    return switch (result) {
      case InventoryResult.Loaded _ -> "";
      case InventoryResult.Invalid invalid ->
          invalid.problems().stream()
              .map(ProblemCase::line)
              .collect(Collectors.joining())
              .replace(directory.toString(), "DIRECTORY");
    };
  }

  String expected() throws IOException {
    Path file = FOLDER.resolve(mistake).resolve(name + ".problems");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private void prepare(Path directory) throws IOException {
    Path folder = FOLDER.resolve(mistake).resolve(name);
    Path file = FOLDER.resolve(mistake).resolve(name + ".yaml");
    if (Files.isDirectory(folder)) {
      copy(folder, directory);
    } else if (Files.exists(file)) {
      Files.copy(file, directory.resolve("inventory.yaml"));
    } else {
      LargeFiles.write(this, directory);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(file -> !file.equals(from)).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.copy(file, target);
        if (Files.isRegularFile(target)) {
          Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        }
      }
    }
  }

  private static String line(Problem problem) {
    return problem + " [" + problem.id() + "]\n";
  }

  @Override
  public String toString() {
    return mistake + "/" + name;
  }
}
