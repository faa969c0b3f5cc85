package dev.plumbline.inventory.document;

import dev.plumbline.inventory.merge.Layer;
import dev.plumbline.inventory.substitution.Broken;
import dev.plumbline.resources.codec.SpecCodec;
import dev.plumbline.resources.ip.IpAddress;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the nodes of an inventory. */
final class NodesReader {
  private static final SpecCodec<NodeEntry> CODEC = SpecCodec.of(NodeEntry.class);

  private final Problems problems;
  private final Broken broken;
  private final Layers layers;
  private final Map<IpAddress, String> addresses = new TreeMap<>();

  NodesReader(Problems problems, Broken broken, Layers layers) {
    this.problems = problems;
    this.broken = broken;
    this.layers = layers;
  }

  Map<String, Outline.NodeOutline> read(Value inventory, Map<String, Outline.GroupOutline> groups) {
    Map<String, List<String>> groupsOf = new HashMap<>();
    groups
        .values()
        .forEach(group ->
            group
                .members()
                .forEach(node ->
                    groupsOf.computeIfAbsent(node, _ -> new ArrayList<>()).add(group.name())));
    Map<String, Outline.NodeOutline> nodes = new LinkedHashMap<>();
    Tree.entries(inventory, "nodes")
        .forEach((name, entry) -> {
          checkName(name, entry.key());
          nodes.put(name, node(name, entry, groupsOf.getOrDefault(name, List.of())));
          layers.put(
              new Layer(Layer.Level.NODE, name, false, Set.of()), entry.value(), Aspect.values());
        });
    if (nodes.isEmpty() && inventory instanceof Value.Mapping mapping) {
      Value none = mapping.get("nodes").orElse(inventory);
      if (none instanceof Value.Mapping
          || (none instanceof Value.Scalar scalar && scalar.isNull())) {
        problems.add(
            "no-nodes",
            none.origin(),
            "there is no node; write nodes: {master: {address: 192.168.56.10}}");
      }
    }
    return nodes;
  }

  private Outline.NodeOutline node(String name, Value.Entry entry, List<String> groups) {
    Value value = Tree.placed(entry);
    Optional<NodeEntry> read =
        broken.read(value, problems, found -> CODEC.decode(name, value, found));
    Optional<IpAddress> address = read.map(NodeEntry::address).or(() -> address(entry.value()));
    address.ifPresent(known -> checkTwice(name, known, entry));
    return new Outline.NodeOutline(
        name, entry.key(), address, read.map(NodeEntry::slots).orElse(1), groups);
  }

  /** The address of a node of which something else is wrong, so that others can be compared. */
  private static Optional<IpAddress> address(Value node) {
    try {
      return Tree.texts(node, "address").stream()
          .findFirst()
          .map(Value.Scalar::text)
          .map(IpAddress::parse);
    } catch (IllegalArgumentException reportedByTheCodec) {
      return Optional.empty();
    }
  }

  private void checkName(String name, Origin origin) {
    if (name.equals(GroupsReader.ALL)) {
      problems.add("node-name", origin, "'all' means all nodes; a node needs another name");
    } else if (!Names.isNode(name)) {
      String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
      problems.add(
          "node-name",
          origin,
          "'"
              + name
              + "' is not a name of a node: "
              + Names.NODE
              + (Names.isNode(lower) ? " (did you mean '" + lower + "'?)" : ""));
    }
  }

  private void checkTwice(String name, IpAddress address, Value.Entry entry) {
    String first = addresses.putIfAbsent(address, name);
    if (first != null) {
      problems.add(
          "node-address-twice",
          Tree.child(entry.value(), "address").orElse(entry.value()).origin(),
          "address " + address + " is that of node '" + first + "' already");
    }
  }
}
