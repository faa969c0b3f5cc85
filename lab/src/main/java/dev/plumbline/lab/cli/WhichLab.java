package dev.plumbline.lab.cli;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.api.Labs;
import dev.plumbline.lab.machine.LabProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which inventory a command means, and which lab. */
final class WhichLab {
  private WhichLab() {}

  /** The argument, else PLUMB_INVENTORY, else inventory.yaml here or above. */
  static Path inventory(@Nullable Path argument) {
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
    for (@Nullable Path at = here; at != null; at = at.getParent()) {
      Path file = at.resolve("inventory.yaml");
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /**
   * The id of the lab of the inventory that is meant; where none is meant, that of the only lab. So
   * a lab can be taken down whose inventory is gone.
   */
  static Optional<String> id(@Nullable Path argument) {
    Labs labs = Labs.ofThisUser();
    Optional<Path> meant =
        find(argument, System.getenv("PLUMB_INVENTORY"), Path.of("").toAbsolutePath());
    if (meant.isPresent()) {
      return labs.idOf(meant.get());
    }
    Map<String, Path> all = labs.all();
    if (all.size() > 1) {
      String files = String.join(", ", all.values().stream().map(Path::toString).toList());
      throw new LabProblem("which lab? Name the inventory; labs are up for " + files);
    }
    return all.keySet().stream().findFirst();
  }

  /** The lab that is meant, which must run. */
  static Lab running(@Nullable Path argument) {
    String hint = argument == null ? "" : " " + argument;
    return id(argument)
        .flatMap(Lab::ofId)
        .orElseThrow(() -> new LabProblem("the lab is not up: plumb lab up" + hint));
  }
}
