package dev.plumbline.inventory.document;

import dev.plumbline.inventory.merge.Layer;
import dev.plumbline.resources.codec.SpecCodec;
import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the groups of an inventory. */
final class GroupsReader {
  static final String ALL = "all";

  private static final SpecCodec<GroupEntry> CODEC = SpecCodec.of(GroupEntry.class);

  private final Problems problems;
  private final Layers layers;

  GroupsReader(Problems problems, Layers layers) {
    this.problems = problems;
    this.layers = layers;
  }

  /**
   * Reads the groups.
   *
   * @param nodes the names of all nodes, in their order
   */
  Map<String, Outline.GroupOutline> read(Value inventory, Set<String> nodes) {
    Map<String, Value.Entry> written = new LinkedHashMap<>(Tree.entries(inventory, "groups"));
    written.values().forEach(entry -> CODEC.decode("", entry.value(), problems));
    Value.Entry all = written.remove(ALL);
    if (all != null) {
      checkAll(all.value());
      layers.put(new Layer(Layer.Level.ALL, "", false, Set.of()), all.value(), Aspect.values());
    }
    GroupGraph graph = new GroupGraph(written.keySet());
    written.forEach((name, entry) -> {
      checkName(name, entry, nodes);
      checkNodes(entry.value(), nodes, written.keySet());
      readGroups(name, entry.value(), graph, nodes);
    });

    Map<String, Outline.GroupOutline> groups = new LinkedHashMap<>();
    for (String name : graph.outerFirst()) {
      List<String> within = graph.holders(name);
      Set<String> members = new LinkedHashSet<>();
      for (String part : graph.heldWithItself(name)) {
        Tree.texts(value(written, part), "nodes").forEach(node -> members.add(node.text()));
      }
      groups.put(
          name,
          new Outline.GroupOutline(
              name, within, nodes.stream().filter(members::contains).toList()));
      layers.put(
          new Layer(Layer.Level.GROUP, name, false, Set.copyOf(within)),
          value(written, name),
          Aspect.values());
    }
    return groups;
  }

  private static Value value(Map<String, Value.Entry> written, String name) {
    return Objects.requireNonNull(written.get(name)).value();
  }

  private void checkAll(Value all) {
    for (String key : List.of("nodes", "groups")) {
      if (all instanceof Value.Mapping mapping && mapping.entries().containsKey(key)) {
        problems.add(
            "group-all",
            Objects.requireNonNull(mapping.entries().get(key)).key(),
            "group 'all' holds every node and takes no '" + key + "'");
      }
    }
  }

  private void checkName(String name, Value.Entry entry, Set<String> nodes) {
    if (!Names.isGroup(name)) {
      problems.add(
          "group-name", entry.key(), "'" + name + "' is not a name of a group: " + Names.GROUP);
    } else if (nodes.contains(name)) {
      problems.add(
          "group-name", entry.key(), "'" + name + "' is a node; a group needs another name");
    }
  }

  private void checkNodes(Value group, Set<String> nodes, Set<String> groups) {
    for (Value.Scalar node : Tree.texts(group, "nodes")) {
      if (!nodes.contains(node.text())) {
        problems.add(
            "unknown-node",
            node.origin(),
            groups.contains(node.text())
                ? "'" + node.text() + "' is a group; it stands under 'groups' of this one"
                : "unknown node '" + node.text() + "'" + Suggestion.of(node.text(), nodes));
      }
    }
  }

  private void readGroups(String name, Value group, GroupGraph graph, Set<String> nodes) {
    for (Value.Scalar part : Tree.texts(group, "groups")) {
      if (!graph.names().contains(part.text())) {
        problems.add(
            "unknown-group",
            part.origin(),
            nodes.contains(part.text())
                ? "'" + part.text() + "' is a node; it stands under 'nodes' of this group"
                : part.text().equals(ALL)
                    ? "group 'all' holds every node already"
                    : "unknown group '"
                        + part.text()
                        + "'"
                        + Suggestion.of(part.text(), graph.names()));
        continue;
      }
      List<String> cycle = graph.add(name, part.text());
      if (!cycle.isEmpty()) {
        problems.add(
            "group-cycle",
            part.origin(),
            "these groups hold each other: " + String.join(" → ", new ArrayList<>(cycle)));
      }
    }
  }
}
