package dev.plumbline.controller.contact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The agent packages that were built: {@code plumbline-agent-ARCH.tar.gz} and beside each its build
 * id.
 */
public final class AgentPackages {
  private static final String PREFIX = "plumbline-agent-";
  private static final String SUFFIX = ".tar.gz";

  private final Path directory;

  public AgentPackages(Path directory) {
    this.directory = directory;
  }

  /**
   * One package.
   *
   * @param build hash of jars and runtime
   */
  record AgentPackage(String build, Path file, long bytes) {}

  /**
   * The package for one architecture.
   *
   * @param architecture as {@code uname -m} prints it
   */
  AgentPackage find(String architecture) throws ContactException, IOException {
    Path file = directory.resolve(PREFIX + architecture + SUFFIX);
    try {
      return new AgentPackage(
          Files.readString(directory.resolve(PREFIX + architecture + ".build")).strip(),
          file,
          Files.size(file));
    } catch (NoSuchFileException e) {
      List<String> built = architectures();
      if (built.isEmpty()) {
        throw ContactException.wrong(
            "there is no agent package in " + directory,
            "start plumb by its launcher, which builds the package");
      }
      throw ContactException.wrong(
          "there is no agent for the architecture '" + architecture + "'",
          "only " + String.join(", ", built) + " is built here; build Plumbline on such a machine");
    }
  }

  private List<String> architectures() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
          .map(name -> name.substring(PREFIX.length(), name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }
}
