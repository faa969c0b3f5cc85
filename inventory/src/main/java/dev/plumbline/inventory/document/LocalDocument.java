package dev.plumbline.inventory.document;

import dev.plumbline.resources.Doc;
import dev.plumbline.resources.value.Value;
import java.util.Map;
import java.util.Optional;

/** The whole of inventory.local.yaml: what holds on this machine only, and is not committed. */
@Doc("Settings that go before those of the inventory beside it.")
public record LocalDocument(
    @Doc("Texts and numbers that ${name} stands for.") Map<String, Value> vars,
    @Doc("Nodes of the inventory.") Map<String, Value> nodes,
    @Doc("Groups of the inventory.") Map<String, Value> groups,
    @Doc("Where agents find the controller.") Optional<ControllerSettings> controller) {

  /** What inventory.local.yaml says of one node or group. */
  public record Part(
      @Doc("Texts and numbers that ${name} stands for.") Map<String, Value> vars,
      @Doc("How nodes are reached for first contact.") Map<String, Value> connect,
      @Doc("What nodes must be.") Map<String, Value> state) {}
}
