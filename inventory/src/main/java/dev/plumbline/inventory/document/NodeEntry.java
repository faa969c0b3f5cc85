package dev.plumbline.inventory.document;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.ip.IpAddress;
import dev.plumbline.resources.value.Value;
import java.util.Map;

/** What the inventory says of one node alone. */
@Doc("One node.")
public record NodeEntry(
    @Doc(
            "The cluster's address of the node, IPv4 or IPv6; it may not exist before the first apply.")
        IpAddress address,
    @Doc("Places for ranks, at least 1.") @Default("1") int slots,
    @Doc("Texts and numbers that ${name} stands for on this node.") Map<String, Value> vars,
    @Doc("How this node is reached for first contact.") Map<String, Value> connect,
    @Doc("What this node must be.") Map<String, Value> state) {

  public NodeEntry {
    new Checks()
        .that(
            slots >= 1 && slots <= 65536,
            "node-slots",
            "slots",
            "slots " + slots + " is out of range 1 to 65536")
        .done();
  }
}
