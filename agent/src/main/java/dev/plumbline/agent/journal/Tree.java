package dev.plumbline.agent.journal;

import dev.plumbline.resources.codec.CanonicalJson;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A JSON object that is read, or made, key by key. */
final class Tree {
  private final Value.Mapping mapping;

  private Tree(Value.Mapping mapping) {
    this.mapping = mapping;
  }

  /**
   * @throws IllegalArgumentException if the text is no JSON object
   */
  static Tree read(String json, String source) {
    return of(JsonReader.read(json, source));
  }

  private static Tree of(Value value) {
    if (value instanceof Value.Mapping mapping) {
      return new Tree(mapping);
    }
    throw new IllegalArgumentException(value.origin() + ": expected an object");
  }

  Optional<String> find(String key) {
    return mapping
        .get(key)
        .map(value -> {
          if (value instanceof Value.Scalar scalar) {
            return scalar.text();
          }
          throw new IllegalArgumentException(value.origin() + ": expected a text");
        });
  }

  String text(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException(mapping.origin() + ": no key " + key));
  }

  /**
   * @throws NumberFormatException if it is no number
   */
  long number(String key) {
    return Long.parseLong(text(key));
  }

  Tree object(String key) {
    return of(
        mapping
            .get(key)
            .orElseThrow(() -> new IllegalArgumentException(mapping.origin() + ": no key " + key)));
  }

  <T> List<T> objects(String key, Function<Tree, T> read) {
    return items(key).stream().map(Tree::of).map(read).toList();
  }

  List<String> texts(String key) {
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
  static final class Writer {
    private final Map<String, String> members = new TreeMap<>();

    Writer text(String key, String value) {
      members.put(key, CanonicalJson.string(value));
      return this;
    }

    Writer find(String key, Optional<String> value) {
      value.ifPresent(present -> text(key, present));
      return this;
    }

    Writer number(String key, long value) {
      members.put(key, Long.toString(value));
      return this;
    }

    Writer object(String key, Writer value) {
      members.put(key, value.json());
      return this;
    }

    <T> Writer objects(String key, List<T> values, Function<T, Writer> write) {
      members.put(key, CanonicalJson.array(values.stream().map(write).map(Writer::json).toList()));
      return this;
    }

    Writer texts(String key, List<?> values) {
      members.put(
          key,
          CanonicalJson.array(
              values.stream().map(value -> CanonicalJson.string(value.toString())).toList()));
      return this;
    }

    String json() {
      return CanonicalJson.object(members);
    }
  }
}
