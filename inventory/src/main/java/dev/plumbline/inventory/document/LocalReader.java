package dev.plumbline.inventory.document;

import dev.plumbline.inventory.merge.Layer;
import dev.plumbline.resources.codec.SpecCodec;
import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what inventory.local.yaml says of nodes and groups of the inventory beside it. */
final class LocalReader {
  private static final SpecCodec<LocalDocument.Part> CODEC = SpecCodec.of(LocalDocument.Part.class);

  private final Problems problems;
  private final Layers layers;

  LocalReader(Problems problems, Layers layers) {
    this.problems = problems;
    this.layers = layers;
  }

  void read(
      Value local,
      Map<String, Outline.NodeOutline> nodes,
      Map<String, Outline.GroupOutline> groups) {
    Tree.entries(local, "nodes")
        .forEach((name, entry) -> {
          if (!nodes.containsKey(name)) {
            problems.add(
                "unknown-node",
                entry.key(),
                "the inventory has no node '" + name + "'" + Suggestion.of(name, nodes.keySet()));
          }
          add(new Layer(Layer.Level.NODE, name, true, Set.of()), entry.value());
        });
    Tree.entries(local, "groups")
        .forEach((name, entry) -> {
          Outline.GroupOutline group = groups.get(name);
          if (name.equals(GroupsReader.ALL)) {
            add(new Layer(Layer.Level.ALL, "", true, Set.of()), entry.value());
          } else if (group != null) {
            Set<String> within = Set.copyOf(group.within());
            add(new Layer(Layer.Level.GROUP, name, true, within), entry.value());
          } else {
            List<String> known = new ArrayList<>(groups.keySet());
            known.add(GroupsReader.ALL);
            problems.add(
                "unknown-group",
                entry.key(),
                "the inventory has no group '" + name + "'" + Suggestion.of(name, known));
          }
        });
  }

  private void add(Layer layer, Value part) {
    CODEC.decode("", part, problems);
    layers.put(layer, part, Aspect.values());
  }
}
