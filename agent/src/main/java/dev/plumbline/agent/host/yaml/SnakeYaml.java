package dev.plumbline.agent.host.yaml;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.yaml.Yaml;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Value;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML with SnakeYAML, scalars as they are written. */
public final class SnakeYaml implements Yaml {
  /** Far above any configuration file, far below what aliases of aliases can grow to. */
  private static final int MOST_VALUES = 100_000;

  /** An alias may stand inside of what it stands for, which has no end. */
  private static final int DEEPEST = 50;

  private static final String MEND = "mend the file on the node";

  @Override
  public Optional<Value> read(String text, String source) throws Failure {
    try {
      LoaderOptions options = new LoaderOptions();
      StreamReader reader = new StreamReader(new StringReader(text));
      @Nullable Node root =
          new Composer(new ParserImpl(reader, options), new Resolver(), options).getSingleNode();
      return root == null
          ? Optional.empty()
          : Optional.of(new Tree(source).value(root, 0)).filter(value -> !isNothing(value));
    } catch (MarkedYAMLException e) {
      @Nullable Mark mark = e.getProblemMark();
      String line = mark == null ? "" : "line " + (mark.getLine() + 1) + ": ";
      throw failure(source, line + e.getProblem(), e);
    } catch (YAMLException e) {
      throw failure(source, String.valueOf(e.getMessage()), e);
    }
  }

  private static Failure failure(String source, String why, YAMLException cause) {
    return new Failure("cannot read " + source + " as YAML: " + why, MEND, cause);
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Scalar scalar && scalar.isNull();
  }

  /** One document as values. */
  private static final class Tree {
    private final String source;
    private int values;

    Tree(String source) {
      this.source = source;
    }

    Value value(Node node, int depth) {
      if (depth > DEEPEST) {
        throw new YAMLException("it is nested more than " + DEEPEST + " deep");
      }
      if (++values > MOST_VALUES) {
        throw new YAMLException("it has more than " + MOST_VALUES + " values");
      }
      Origin origin = origin(node);
      return switch (node) {
        case ScalarNode scalar ->
            new Value.Scalar(
                scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, origin);
        case SequenceNode sequence ->
            new Value.Sequence(
                sequence.getValue().stream().map(item -> value(item, depth + 1)).toList(), origin);
        case MappingNode mapping -> mapping(mapping, origin, depth);
        default -> throw new YAMLException("it has something unknown at " + origin);
      };
    }

    private Value.Mapping mapping(MappingNode mapping, Origin origin, int depth) {
      Map<String, Value.Entry> entries = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Origin key = origin(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
          throw new YAMLException("the key at " + key + " is not a text");
        }
        entries.put(name.getValue(), new Value.Entry(key, value(tuple.getValueNode(), depth + 1)));
      }
      return new Value.Mapping(entries, origin);
    }

    private Origin origin(Node node) {
      Mark mark = node.getStartMark();
      return new Origin(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
  }
}
