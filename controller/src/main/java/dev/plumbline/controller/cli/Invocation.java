package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.args.Arguments;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.Desired;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.InventoryFile;
import dev.plumbline.inventory.InventoryLoader;
import dev.plumbline.inventory.InventoryResult;
import dev.plumbline.inventory.Node;
import dev.plumbline.inventory.input.Inputs;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.value.Problem;
import dev.plumbline.resources.value.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One command that is being carried out: what was asked, and what it may touch. */
record Invocation(Arguments arguments, Surroundings surroundings, Output output) {
  boolean has(String option) {
    return arguments.has(option);
  }

  /** The inventory that is named as an operand or by --inventory, not yet read. */
  InventoryFile inventoryFile() {
    Problems problems = new Problems();
    return InventoryFile.find(named(), surroundings.caller(), problems)
        .orElseThrow(() -> invalid(problems.sorted()));
  }

  private Optional<String> named() {
    Optional<String> option = arguments.value(Commands.INVENTORY);
    boolean takesOperand = arguments.command().operands().equals("[INVENTORY]");
    return option.isPresent() || !takesOperand ? option : arguments.operand(0);
  }

  /** What reading the inventory gives. */
  InventoryResult read() {
    InventoryFile file = inventoryFile();
    return read(file, inputs(file));
  }

  private InventoryResult read(InventoryFile file, Inputs inputs) {
    InventoryLoader loader = new InventoryLoader(surroundings.caller(), ResourceTypes.standard());
    return loader.load(file, inputs);
  }

  /** What the inventory in a file may be made of. */
  Inputs inputs(InventoryFile file) {
    return surroundings.caller().inputs(file);
  }

  /**
   * The inventory.
   *
   * @throws Trouble with every problem, if it has any
   */
  Inventory inventory() {
    InventoryFile file = inventoryFile();
    return inventory(file, inputs(file));
  }

  /** The inventory, made of what was read already as far as something was. */
  Inventory inventory(InventoryFile file, Inputs inputs) {
    return switch (read(file, inputs)) {
      case InventoryResult.Loaded loaded -> loaded.inventory();
      case InventoryResult.Invalid invalid -> throw invalid(invalid.problems());
    };
  }

  private static Trouble invalid(List<Problem> problems) {
    return Trouble.all(problems.stream().map(Problem::toString).toList());
  }

  /**
   * The nodes that --limit names.
   *
   * @return empty if there is no limit: all nodes
   */
  List<String> limit(Inventory inventory) {
    Set<String> names = new LinkedHashSet<>();
    for (String selector : arguments.list(Commands.LIMIT)) {
      inventory
          .select(selector)
          .orElseThrow(() -> unknownNode(selector, inventory))
          .forEach(node -> names.add(node.name()));
    }
    return List.copyOf(names);
  }

  static Trouble unknownNode(String name, Inventory inventory) {
    List<String> known = new ArrayList<>(inventory.nodes().stream().map(Node::name).toList());
    inventory.groups().forEach(group -> known.add(group.name()));
    return Trouble.of(
        "there is no node or group '" + name + "'" + Suggestion.of(name, known),
        "the inventory has " + String.join(", ", known));
  }

  static Desired desired(Inventory inventory) {
    return new Desired(
        inventory.cluster(),
        inventory.file().name(),
        inventory.hash(),
        inventory.nodes().stream().map(Invocation::member).toList(),
        inventory.nodes().stream().map(node -> inventory.encoded(node.name())).toList(),
        inventory.readings());
  }

  private static Desired.Member member(Node node) {
    return new Desired.Member(
        new Cluster.Node(node.name(), node.address().toString(), node.slots()), node.groups());
  }

  StatePlace place(InventoryFile file) {
    return StatePlace.of(file, surroundings.caller().environment());
  }

  /** The controller of the inventory, started if none runs. */
  Controller controller() {
    return ensureController(inventoryFile()).controller();
  }

  private Controllers.Ensured ensureController(InventoryFile file) {
    return ensureController(file, new Controllers.Start(false, () -> inventory().controller()));
  }

  /** The controller of an inventory that was read. */
  Controllers.Ensured ensureController(Inventory inventory) {
    return ensureController(inventory.file(), new Controllers.Start(false, inventory::controller));
  }

  Controllers.Ensured ensureController(InventoryFile file, Controllers.Start start) {
    return surroundings.controllers().ensure(place(file), start);
  }

  /** A whole number that is at least one. */
  int number(String option, int usual) {
    String text = arguments.value(option).orElse(Integer.toString(usual));
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw Trouble.of(option + " needs a number of at least 1, not '" + text + "'", "");
    }
    return Integer.parseInt(text);
  }
}
