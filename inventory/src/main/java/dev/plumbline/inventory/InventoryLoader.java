package dev.plumbline.inventory;

import dev.plumbline.inventory.input.Inputs;
import dev.plumbline.inventory.yaml.YamlBytes;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
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
        InventoryFile.find(argument, caller, problems)
            .flatMap(file -> load(file, caller.inputs(file), problems)),
        problems);
  }

  /** Loads an inventory, and {@code inventory.local.yaml} beside it where there is one. */
  public InventoryResult load(InventoryFile file) {
    return load(file, caller.inputs(file));
  }

  /**
   * The same, of what was read already as far as something was.
   *
   * @param inputs those of the caller for this file
   */
  public InventoryResult load(InventoryFile file, Inputs inputs) {
    Problems problems = new Problems();
    return result(load(file, inputs, problems), problems);
  }

  private Optional<Inventory> load(InventoryFile file, Inputs inputs, Problems problems) {
    Optional<Value> local = read(file.local(), inputs, problems);
    Optional<Value> tree = read(file, inputs, problems);
    if (tree.isEmpty() && problems.isEmpty()) {
      problems.add("file-missing", Origin.of(file.name()), "there is no such file");
    }
    return tree.flatMap(
        found -> new Assembly(file, caller, inputs, registry, problems).assemble(found, local));
  }

  private static InventoryResult result(Optional<Inventory> inventory, Problems problems) {
    return inventory.isPresent()
        ? new InventoryResult.Loaded(inventory.get())
        : new InventoryResult.Invalid(problems.sorted());
  }

  /** Empty if there is no such file, or if something is wrong with it. */
  private static Optional<Value> read(InventoryFile file, Inputs inputs, Problems problems) {
    try {
      return inputs
          .file(file.path())
          .flatMap(bytes -> YamlBytes.read(bytes, file.name(), problems));
    } catch (IOException e) {
      problems.add(
          "file-unreadable", Origin.of(file.name()), "cannot read the file: " + e.getMessage());
      return Optional.empty();
    }
  }
}
