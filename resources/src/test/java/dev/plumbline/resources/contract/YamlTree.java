package dev.plumbline.resources.contract;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Value;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the YAML of fixtures, which is known to be well formed. */
public final class YamlTree {
  private YamlTree() {}

  public static List<Value> documents(String yaml, String source) {
    List<Value> documents = new ArrayList<>();
    new Yaml()
        .composeAll(new StringReader(yaml))
        .forEach(node -> documents.add(value(node, source)));
    return documents;
  }

  private static Value value(Node node, String source) {
    Origin origin = origin(node, source);
    return switch (node) {
      case ScalarNode scalar ->
          new Value.Scalar(
              scalar.getValue(),
              scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN,
              origin);
      case SequenceNode sequence ->
          new Value.Sequence(
              sequence.getValue().stream().map(item -> value(item, source)).toList(), origin);
      case MappingNode mapping -> {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
          entries.put(
              ((ScalarNode) tuple.getKeyNode()).getValue(),
              new Value.Entry(
                  origin(tuple.getKeyNode(), source), value(tuple.getValueNode(), source)));
        }
        yield new Value.Mapping(entries, origin);
      }
      default -> throw new IllegalArgumentException(origin + ": no fixture uses " + node);
    };
  }

  private static Origin origin(Node node, String source) {
    Mark mark = node.getStartMark();
    return new Origin(source, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
