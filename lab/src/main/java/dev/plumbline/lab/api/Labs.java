package dev.plumbline.lab.api;

import dev.plumbline.lab.engine.Engines;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import dev.plumbline.lab.node.Places;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The labs of this user: noted before anything of them is made, forgotten when nothing is left. */
public final class Labs {
  private static final String INVENTORY = "inventory";
  private final StateDirectory state;

  Labs(StateDirectory state) {
    this.state = state;
  }

  public static Labs ofThisUser() {
    return new Labs(StateDirectory.ofThisUser());
  }

  /** The inventory of every lab, by the lab's id: noted here, or marked so in the engine. */
  public Map<String, Path> all() {
    Map<String, Path> labs = new TreeMap<>(noted());
    new Engines(state, Progress.silent())
        .running()
        .map(Places::labs)
        .orElse(Map.of())
        .forEach((id, inventory) -> labs.putIfAbsent(id, Path.of(inventory)));
    return labs;
  }

  private Map<String, Path> noted() {
    Map<String, Path> labs = new TreeMap<>();
    Path directory = state.labs();
    if (!Files.isDirectory(directory)) {
      return labs;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        Path noted = entry.resolve(INVENTORY);
        if (Files.exists(noted)) {
          labs.put(entry.getFileName().toString(), Path.of(Files.readString(noted).strip()));
        }
      }
    } catch (IOException e) {
      throw new LabProblem("cannot read " + directory + ": " + e.getMessage(), e);
    }
    return labs;
  }

  /** The lab that was brought up for an inventory, named by its file or directory. */
  public Optional<String> idOf(Path inventory) {
    Path file = inventory.toAbsolutePath().normalize();
    Path inside = file.resolve("inventory.yaml");
    return all().entrySet().stream()
        .filter(lab -> lab.getValue().equals(file) || lab.getValue().equals(inside))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  void note(String id, Path inventory) {
    Path file = state.makeLab(id).resolve(INVENTORY);
    try {
      Files.writeString(file, inventory + "\n");
    } catch (IOException e) {
      throw new LabProblem("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
