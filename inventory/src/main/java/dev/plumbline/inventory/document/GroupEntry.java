package dev.plumbline.inventory.document;

import dev.plumbline.resources.Doc;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Map;

/** What the inventory says of one group. */
@Doc("A group of nodes.")
public record GroupEntry(
    @Doc("The nodes of the group.") List<String> nodes,
    @Doc("Groups whose nodes belong to this group too.") List<String> groups,
    @Doc("Texts and numbers that ${name} stands for on nodes of the group.")
        Map<String, Value> vars,
    @Doc("How nodes of the group are reached for first contact.") Map<String, Value> connect,
    @Doc("What nodes of the group must be.") Map<String, Value> state) {
  public GroupEntry {
    nodes = List.copyOf(nodes);
    groups = List.copyOf(groups);
  }
}
