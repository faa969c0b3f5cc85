package dev.plumbline.inventory.document;

import dev.plumbline.resources.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Walks over trees whose shape is checked elsewhere: what does not fit is as good as absent. */
final class Tree {
  private Tree() {}

  static Optional<Value.Mapping> asMapping(Value value) {
    return value instanceof Value.Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  static Optional<Value> child(Value value, String key) {
    return asMapping(value).flatMap(mapping -> mapping.get(key));
  }

  /**
   * The value of an entry, so that what is wrong with it as a whole is told at its key. Nothing
   * stands for an empty map.
   */
  static Value placed(Value.Entry entry) {
    return switch (entry.value()) {
      case Value.Mapping mapping -> new Value.Mapping(mapping.entries(), entry.key());
      case Value.Scalar scalar when scalar.isNull() -> new Value.Mapping(Map.of(), entry.key());
      case Value.Scalar scalar -> scalar;
      case Value.Sequence sequence -> sequence;
    };
  }

  /** The entries of the map under a key. */
  static Map<String, Value.Entry> entries(Value value, String key) {
    return child(value, key).flatMap(Tree::asMapping).map(Value.Mapping::entries).orElse(Map.of());
  }

  /** The texts of a list, or of a scalar that stands for a list of one. */
  static List<Value.Scalar> texts(Value value, String key) {
    return child(value, key).stream()
        .flatMap(list ->
            list instanceof Value.Sequence sequence
                ? sequence.items().stream()
                : List.of(list).stream())
        .filter(item -> item instanceof Value.Scalar scalar && !scalar.isNull())
        .map(Value.Scalar.class::cast)
        .toList();
  }

  /** The same tree with the value under a key changed, where there is one. */
  static Value change(Value value, String key, UnaryOperator<Value> change) {
    Optional<Value.Mapping> mapping = asMapping(value);
    if (mapping.flatMap(map -> map.get(key)).isEmpty()) {
      return value;
    }
    Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.get().entries());
    entries.computeIfPresent(
        key, (_, entry) -> new Value.Entry(entry.key(), change.apply(entry.value())));
    return new Value.Mapping(entries, value.origin());
  }

  /** The same tree with every value of a map changed. */
  static Value changeEach(Value value, UnaryOperator<Value> change) {
    if (!(value instanceof Value.Mapping mapping)) {
      return value;
    }
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, entry) ->
            entries.put(key, new Value.Entry(entry.key(), change.apply(entry.value()))));
    return new Value.Mapping(entries, value.origin());
  }
}
