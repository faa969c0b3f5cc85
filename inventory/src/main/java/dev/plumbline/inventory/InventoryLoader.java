package dev.plumbline.inventory;

import dev.plumbline.inventory.yaml.YamlBytes;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;

/** Loads inventories. Reads files, changes nothing, and asks no network. */
public final class InventoryLoader {
  private final Caller caller;
  private final Registry registry;

  public InventoryLoader(Caller caller, Registry registry) {
    this.caller = caller;
    this.registry = registry;
  }

  /**
   * Finds and loads an inventory of the standard kinds for this process.
   *
   * @param argument the file that the user named, if any
   */
  public static InventoryResult load(Optional<String> argument) {
    return new InventoryLoader(Caller.current(), ResourceTypes.standard()).find(argument);
  }

  /**
   * Finds and loads an inventory.
   *
   * @param argument the file that the user named, if any
   */
  public InventoryResult find(Optional<String> argument) {
    Problems problems = new Problems();
    return result(
        InventoryFile.find(argument, caller, problems).flatMap(file -> load(file, problems)),
        problems);
  }

  /** Loads an inventory, and {@code inventory.local.yaml} beside it where there is one. */
  public InventoryResult load(InventoryFile file) {
    Problems problems = new Problems();
    return result(load(file, problems), problems);
  }

  private Optional<Inventory> load(InventoryFile file, Problems problems) {
    InventoryFile local = file.local();
    Optional<Value> localTree =
        Files.exists(local.path()) ? read(local, problems) : Optional.empty();
    return read(file, problems)
        .flatMap(tree -> new Assembly(file, caller, registry, problems).assemble(tree, localTree));
  }

  private static InventoryResult result(Optional<Inventory> inventory, Problems problems) {
    return inventory.isPresent()
        ? new InventoryResult.Loaded(inventory.get())
        : new InventoryResult.Invalid(problems.sorted());
  }

  private static Optional<Value> read(InventoryFile file, Problems problems) {
    try (InputStream in = Files.newInputStream(file.path())) {
      return YamlBytes.read(in.readNBytes(YamlBytes.LIMIT + 1), file.name(), problems);
    } catch (IOException e) {
      problems.add(
          "file-unreadable", Origin.of(file.name()), "cannot read the file: " + e.getMessage());
      return Optional.empty();
    }
  }
}
