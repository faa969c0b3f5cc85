package dev.plumbline.agent.json;

import dev.plumbline.resources.codec.CanonicalJson;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A JSON object that is read, or made, key by key. */
public final class Tree {
  private final Value.Mapping mapping;

  private Tree(Value.Mapping mapping) {
    this.mapping = mapping;
  }

  /**
   * @throws IllegalArgumentException if the text is no JSON object
   */
  public static Tree read(String json, String source) {
    return of(JsonReader.read(json, source));
  }

  private static Tree of(Value value) {
    if (value instanceof Value.Mapping mapping) {
      return new Tree(mapping);
    }
    throw new IllegalArgumentException(value.origin() + ": expected an object");
  }

  public Optional<String> find(String key) {
    return mapping
        .get(key)
        .map(value -> {
          if (value instanceof Value.Scalar scalar) {
            return scalar.text();
          }
          throw new IllegalArgumentException(value.origin() + ": expected a text");
        });
  }

  public String text(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException(mapping.origin() + ": no key " + key));
  }

  /**
   * @throws NumberFormatException if it is no number
   */
  public long number(String key) {
    return Long.parseLong(text(key));
  }

  public Tree object(String key) {
    return of(
        mapping
            .get(key)
            .orElseThrow(() -> new IllegalArgumentException(mapping.origin() + ": no key " + key)));
  }

  public <T> List<T> objects(String key, Function<Tree, T> read) {
    return items(key).stream().map(Tree::of).map(read).toList();
  }

  public List<String> texts(String key) {
    return items(key).stream()
        .map(value -> {
          if (value instanceof Value.Scalar scalar) {
            return scalar.text();
          }
          throw new IllegalArgumentException(value.origin() + ": expected a text");
        })
        .toList();
  }

  private List<Value> items(String key) {
    return switch (mapping.get(key).orElse(null)) {
      case null -> List.of();
      case Value.Sequence sequence -> sequence.items();
      case Value other -> throw new IllegalArgumentException(other.origin() + ": expected a list");
    };
  }

  /** Makes the text of an object. */
  public static final class Writer {
    private final Map<String, String> members = new TreeMap<>();

    public Writer text(String key, String value) {
      members.put(key, CanonicalJson.string(value));
      return this;
    }

    public Writer find(String key, Optional<String> value) {
      value.ifPresent(present -> text(key, present));
      return this;
    }

    public Writer number(String key, long value) {
      members.put(key, Long.toString(value));
      return this;
    }

    public Writer flag(String key, boolean value) {
      members.put(key, Boolean.toString(value));
      return this;
    }

    public Writer object(String key, Writer value) {
      members.put(key, value.json());
      return this;
    }

    public <T> Writer objects(String key, List<T> values, Function<T, Writer> write) {
      members.put(key, CanonicalJson.array(values.stream().map(write).map(Writer::json).toList()));
      return this;
    }

    public Writer texts(String key, List<?> values) {
      members.put(
          key,
          CanonicalJson.array(
              values.stream().map(value -> CanonicalJson.string(value.toString())).toList()));
      return this;
    }

    public String json() {
      return CanonicalJson.object(members);
    }
  }
}
