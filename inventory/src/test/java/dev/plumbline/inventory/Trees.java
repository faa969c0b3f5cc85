package dev.plumbline.inventory;

import dev.plumbline.inventory.yaml.YamlReader;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Trees for tests: read from YAML, or grown at random from a seed. */
public final class Trees {
  private static final Origin ORIGIN = Origin.of("grown");
  private static final List<String> KEYS = List.of("a", "b", "c", "d");

  private final Random random;

  public Trees(long seed) {
    this.random = new Random(seed);
  }

  public static Value yaml(String text) {
    Problems problems = new Problems();
    return YamlReader.read(text, "test.yaml", problems)
        .orElseThrow(() -> new AssertionError(problems.sorted()));
  }

  /** A map without null, in which a key always leads to a value of the same sort. */
  public Value.Mapping wellShaped(int depth) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (random.nextInt(3) > 0) {
        Value value =
            switch (key) {
              case "a", "b" -> depth > 0 ? wellShaped(depth - 1) : text();
              case "c" -> list();
              default -> text();
            };
        entries.put(key, new Value.Entry(ORIGIN, value));
      }
    }
    return new Value.Mapping(entries, ORIGIN);
  }

  /** A map of anything, with nulls. */
  public Value.Mapping wild(int depth) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (random.nextInt(3) > 0) {
        entries.put(key, new Value.Entry(ORIGIN, any(depth)));
      }
    }
    return new Value.Mapping(entries, ORIGIN);
  }

  private Value any(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 3)) {
      case 0 -> text();
      case 1 -> list();
      case 2 -> new Value.Scalar("", true, ORIGIN);
      default -> wild(depth - 1);
    };
  }

  private Value text() {
    return new Value.Scalar("text" + random.nextInt(1000), true, ORIGIN);
  }

  private Value list() {
    List<Value> items = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      items.add(text());
    }
    return new Value.Sequence(items, ORIGIN);
  }
}
