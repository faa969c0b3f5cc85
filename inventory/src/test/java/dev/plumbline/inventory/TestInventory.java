package dev.plumbline.inventory;

import dev.plumbline.resources.ResourceTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An inventory in a directory of its own. */
final class TestInventory {
  private final Path directory;

  TestInventory(Path directory) {
    this.directory = directory;
  }

  void write(String text) throws IOException {
    write(InventoryFile.DEFAULT_NAME, text);
  }

  void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  InventoryResult result() {
    Caller caller = new Caller(directory, directory.resolve("home"), Map.of("USER", "somebody"));
    return new InventoryLoader(caller, ResourceTypes.standard()).find(Optional.empty());
  }

  Inventory load() {
    return switch (result()) {
      case InventoryResult.Loaded loaded -> loaded.inventory();
      case InventoryResult.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }
}
