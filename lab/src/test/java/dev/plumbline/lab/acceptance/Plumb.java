package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code plumb}, as a user starts it, always with the same inventory. */
final class Plumb {
  private final Path inventory;

  Plumb(Path inventory) {
    this.inventory = inventory;
  }

  Path inventory() {
    return inventory;
  }

  /** Where the controller of the inventory keeps its state. */
  Path state() {
    return inventory.resolveSibling(".plumbline");
  }

  Finished run(String... words) {
    return command(words).run();
  }

  /** Runs it and insists on an exit code. */
  Finished expect(int exit, String... words) {
    Finished finished = run(words);
    assertThat(finished.exit())
        .as("plumb %s%n%s%n%s", List.of(words), finished.out(), finished.err())
        .isEqualTo(exit);
    return finished;
  }

  /** Runs it in the background; what it prints goes into the file. */
  Process start(Path log, String... words) throws IOException {
    Command command = command(words);
    ProcessBuilder builder = new ProcessBuilder(command.words());
    builder.environment().putAll(command.environment());
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** The command that would be run. */
  Command command(String... words) {
    return Command.of(home().resolve("plumb").toString())
        .and(words)
        .with("PLUMB_INVENTORY", inventory.toString())
        .with("PLUMB_BUILD", "never")
        .with("NO_COLOR", "1");
  }

  /** Ends the controller, if there is one. */
  void stopController() {
    run("controller", "stop", "--force");
  }

  /** An inventory of {@code inventory/examples}, as it is committed. */
  static String example(String name) {
    try {
      return Files.readString(home().resolve("inventory/examples").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The checkout that this test belongs to. */
  static Path home() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(at.resolve("plumb"))) {
      at = at.getParent();
      if (at == null) {
        throw new IllegalStateException("no plumb here or above");
      }
    }
    return at;
  }
}
