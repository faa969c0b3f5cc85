package dev.plumbline.resources.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree of values, each with the place where it was written. Immutable; maps keep the order of the
 * text.
 */
public sealed interface Value {
  Origin origin();

  /** What a message calls it: "a text", "a list", "a map". */
  String noun();

  /**
   * A single value. Scalars are not typed by how they look but by the record that they end in.
   *
   * @param text the value as written, without quotes
   * @param plain whether it was written without quotes; only plain scalars can be numbers, booleans
   *     or null
   */
  record Scalar(String text, boolean plain, Origin origin) implements Value {
    /** Whether it stands for no value at all; in a merge, null removes. */
    public boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String noun() {
      return isNull() ? "nothing" : "'" + text + "'";
    }
  }

  /** Values in order. */
  record Sequence(List<Value> items, Origin origin) implements Value {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String noun() {
      return "a list";
    }
  }

  /** Values by key. */
  record Mapping(Map<String, Entry> entries, Origin origin) implements Value {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public Optional<Value> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    @Override
    public String noun() {
      return "a map";
    }
  }

  /**
   * A value under a key.
   *
   * @param key where the key was written
   */
  record Entry(Origin key, Value value) {}
}
