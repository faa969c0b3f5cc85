package dev.plumbline.lab.inventory;

import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.InventoryLoader;
import dev.plumbline.inventory.InventoryResult;
import dev.plumbline.inventory.Node;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads an inventory as {@code plumb check} does: what is wrong with it shows before a node does.
 */
public final class CheckedReader implements InventoryReader {
  private static final String FIRST_NIC = "enp0s3";
  private static final String SECOND_NIC = "enp0s8";

  /** What the engine takes as part of a container's name. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,60}");

  @Override
  public LabInventory read(Path file) {
    Inventory inventory = load(file);
    List<String> nodes = inventory.nodes().stream().map(Node::name).toList();
    if (!NAME.matcher(inventory.cluster()).matches()) {
      throw new LabProblem(
          file + ": a lab cannot be named after the cluster '" + inventory.cluster() + "'");
    }
    Path path = inventory.file().path();
    try {
      return new LabInventory(
          path,
          inventory.cluster(),
          nodes,
          FIRST_NIC,
          secondNic(inventory, nodes),
          Files.readString(path));
    } catch (IOException e) {
      throw new LabProblem("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** A local inventory that a lab left may name nodes that are gone: it is not worth a Problem. */
  private static Inventory load(Path file) {
    InventoryResult first = InventoryLoader.load(Optional.of(file.toString()));
    LocalInventory local = new LocalInventory(file.toAbsolutePath());
    if (first instanceof InventoryResult.Invalid && local.isOurs()) {
      local.remove();
      return valid(InventoryLoader.load(Optional.of(file.toString())));
    }
    return valid(first);
  }

  private static Inventory valid(InventoryResult result) {
    return switch (result) {
      case InventoryResult.Loaded loaded -> loaded.inventory();
      case InventoryResult.Invalid invalid ->
          throw new LabProblem(
              invalid.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
    };
  }

  /** The first NIC of any node's addresses that is not the one for first contact. */
  private static String secondNic(Inventory inventory, List<String> nodes) {
    return nodes.stream()
        .flatMap(node -> inventory.state(node).get("addresses").stream())
        .flatMap(value ->
            value instanceof Value.Mapping nics
                ? nics.entries().keySet().stream()
                : List.<String>of().stream())
        .filter(nic -> !nic.equals(FIRST_NIC))
        .findFirst()
        .orElse(SECOND_NIC);
  }
}
