package dev.plumbline.lab.cli;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.LabProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which inventory is meant: the argument, else PLUMB_INVENTORY, else inventory.yaml here or above.
 */
final class InventoryFile {
  private InventoryFile() {}

  static Path of(@Nullable Path argument) {
    return find(argument, System.getenv("PLUMB_INVENTORY"), Path.of("").toAbsolutePath())
        .orElseThrow(() ->
            new LabProblem(
                "which inventory? Name the file, set PLUMB_INVENTORY,"
                    + " or go where inventory.yaml is"));
  }

  static Optional<Path> find(@Nullable Path argument, @Nullable String named, Path here) {
    if (argument != null) {
      return Optional.of(argument);
    }
    if (named != null && !named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    for (Path at = here; at != null; at = at.getParent()) {
      Path file = at.resolve("inventory.yaml");
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** The running lab of the inventory that is meant. */
  static Lab running(@Nullable Path argument) {
    Path file = of(argument);
    return Lab.of(file)
        .orElseThrow(() -> new LabProblem("no lab is up for " + file + ": plumb lab up " + file));
  }
}
