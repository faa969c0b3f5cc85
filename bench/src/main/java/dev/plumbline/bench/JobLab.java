package dev.plumbline.bench;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Nodes for a bench that runs jobs, and the command that runs them. */
final class JobLab implements AutoCloseable {
  private final Path home;
  private final Path directory;
  private final Lab lab;

  /**
   * Brings the nodes up and makes them what they must be.
   *
   * @param home the checkout
   * @param name the folder in {@code bench} with the inventory and the job files
   */
  JobLab(Path home, String name) throws IOException {
    this.home = home;
    this.directory = Files.createDirectories(home.resolve("bench/target/work").resolve(name));
    try (Stream<Path> files = Files.list(home.resolve("bench").resolve(name))) {
      for (Path file : files.toList()) {
        Files.writeString(directory.resolve(file.getFileName()), Files.readString(file));
      }
    }
    this.lab = Lab.up(inventory());
    plumb("apply").output("plumb apply");
  }

  /** Where the inventory and the job files lie; what a job file names is relative to it. */
  Path directory() {
    return directory;
  }

  private Path inventory() {
    return directory.resolve("inventory.yaml");
  }

  Lab lab() {
    return lab;
  }

  Command plumb(String... words) {
    return Command.of(home.resolve("plumb").toString())
        .and(words)
        .with("PLUMB_INVENTORY", inventory().toString());
  }

  /** Runs a job that must succeed. */
  Finished run(String file, List<String> options) {
    Command command = plumb("run", directory.resolve(file).toString()).and(options);
    Finished finished = command.run();
    if (!finished.ok()) {
      throw new LabProblem(
          String.join(" ", command.words()) + ":\n" + finished.out() + finished.err());
    }
    return finished;
  }

  @Override
  public void close() {
    plumb("controller", "stop", "--force").run();
    lab.down();
  }
}
