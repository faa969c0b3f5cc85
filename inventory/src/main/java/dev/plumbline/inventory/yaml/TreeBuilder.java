package dev.plumbline.inventory.yaml;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problem;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Builds the tree of one document from the parser's events. */
final class TreeBuilder {
  /** How deep maps and lists may be nested: far above any inventory, far below the stack. */
  private static final int DEPTH = 60;

  /** How many values there may be once aliases are expanded: above the largest file without any. */
  private static final int VALUES = 3_000_000;

  private final Parser parser;
  private final String source;
  private final Problems problems;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private long values;

  private record Anchored(Value value, long values) {}

  /** Reading on would exhaust the machine. */
  static final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    TooMuchException(Problem problem) {
      super(problem.toString());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  TreeBuilder(Parser parser, String source, Problems problems) {
    this.parser = parser;
    this.source = source;
    this.problems = problems;
  }

  Value value(int depth) {
    NodeEvent event = (NodeEvent) parser.getEvent();
    Origin origin = origin(event);
    if (event instanceof AliasEvent) {
      return alias(event.getAnchor(), origin);
    }
    if (depth > DEPTH) {
      throw new TooMuchException(
          new Problem(
              "yaml-depth", origin, "maps and lists are nested more than " + DEPTH + " deep"));
    }
    @Nullable String anchor = event.getAnchor();
    long before = values;
    count(1, origin);
    if (anchor != null) {
      open.add(anchor);
    }
    Value value =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar, origin);
          case SequenceStartEvent sequence -> sequence(sequence, origin, depth);
          case MappingStartEvent mapping -> mapping(mapping, origin, depth);
          default -> throw new IllegalStateException("no value begins with " + event);
        };
    if (anchor != null) {
      open.remove(anchor);
      anchors.put(anchor, new Anchored(value, values - before));
    }
    return value;
  }

  private Value scalar(ScalarEvent event, Origin origin) {
    refuseTag(event.getTag(), origin);
    return new Value.Scalar(event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN, origin);
  }

  private Value sequence(SequenceStartEvent event, Origin origin, int depth) {
    refuseTag(event.getTag(), origin);
    List<Value> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(value(depth + 1));
    }
    parser.getEvent();
    return new Value.Sequence(items, origin);
  }

  private Value mapping(MappingStartEvent event, Origin origin, int depth) {
    refuseTag(event.getTag(), origin);
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Value key = value(depth + 1);
      Value value = value(depth + 1);
      if (isKey(key)) {
        put(entries, (Value.Scalar) key, value);
      }
    }
    parser.getEvent();
    return new Value.Mapping(entries, origin);
  }

  private boolean isKey(Value key) {
    if (!(key instanceof Value.Scalar scalar) || scalar.isNull()) {
      problems.add("yaml-key", key.origin(), "a key must be a text, found " + key.noun());
      return false;
    }
    if (scalar.plain() && scalar.text().equals("<<")) {
      problems.add(
          "yaml-merge-key",
          key.origin(),
          "merge keys (<<) are not read; put what nodes share into a group");
      return false;
    }
    return true;
  }

  private void put(Map<String, Value.Entry> entries, Value.Scalar key, Value value) {
    Value.Entry first = entries.putIfAbsent(key.text(), new Value.Entry(key.origin(), value));
    if (first != null) {
      problems.add(
          "duplicate-key",
          key.origin(),
          "key '" + key.text() + "' stands here a second time; the first is at " + first.key());
    }
  }

  private Value alias(String anchor, Origin origin) {
    Anchored anchored = anchors.get(anchor);
    if (anchored == null) {
      problems.add(
          "yaml-alias",
          origin,
          open.contains(anchor)
              ? "*" + anchor + " stands inside of what it repeats"
              : "there is no &" + anchor + " above that *" + anchor + " could repeat");
      return new Value.Scalar("*" + anchor, false, origin);
    }
    count(anchored.values(), origin);
    return anchored.value();
  }

  private void count(long more, Origin origin) {
    values += more;
    if (values > VALUES) {
      throw new TooMuchException(
          new Problem(
              "yaml-expansion", origin, "aliases expand to more than " + VALUES + " values here"));
    }
  }

  private void refuseTag(@Nullable String tag, Origin origin) {
    if (tag != null) {
      problems.add(
          "yaml-tag",
          origin,
          "tags such as " + shortTag(tag) + " are not read; quotes make a value a text");
    }
  }

  private static String shortTag(String tag) {
    return tag.startsWith("tag:yaml.org,2002:") ? "!!" + tag.substring(18) : tag;
  }

  private Origin origin(Event event) {
    return TextPlace.of(source, event.getStartMark());
  }
}
