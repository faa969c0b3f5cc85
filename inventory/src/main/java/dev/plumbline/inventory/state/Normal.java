package dev.plumbline.inventory.state;

import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.codec.Shape;
import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings the state of one layer into the form in which layers merge: lists of named things become
 * maps by name, and a bare value becomes a map with the key that it stands for.
 */
public final class Normal {
  private static final String NAME = "name";

  private final Registry registry;
  private final Problems problems;

  /**
   * @param problems receives unknown kinds and lists whose items have no name
   */
  public Normal(Registry registry, Problems problems) {
    this.registry = registry;
    this.problems = problems;
  }

  /** The state in its normal form; unknown kinds are left out. */
  public Value of(Value state) {
    if (!(state instanceof Value.Mapping mapping)) {
      return state;
    }
    Map<String, Value.Entry> kinds = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, entry) -> {
          Optional<ResourceType<?>> type = registry.byPlural(key);
          if (type.isEmpty()) {
            List<String> known = registry.all().stream().map(ResourceType::plural).toList();
            problems.add(
                "unknown-key",
                entry.key(),
                "unknown key '" + key + "'" + Suggestion.of(key, known));
          } else {
            kinds.put(key, new Value.Entry(entry.key(), kind(type.get(), entry.value())));
          }
        });
    return new Value.Mapping(kinds, mapping.origin());
  }

  private Value kind(ResourceType<?> type, Value value) {
    return switch (type.cardinality()) {
      case ONE -> fields(type.codec().shape(), value);
      case MANY -> {
        Value byName = byName(type, value);
        yield byName instanceof Value.Mapping mapping
            ? each(mapping, item -> fields(type.codec().shape(), item))
            : byName;
      }
    };
  }

  /** One name stands for a list of one. */
  private Value byName(ResourceType<?> type, Value value) {
    List<Value> items =
        switch (value) {
          case Value.Mapping _ -> List.of();
          case Value.Sequence sequence -> sequence.items();
          case Value.Scalar scalar -> scalar.isNull() ? List.of() : List.of(scalar);
        };
    if (items.isEmpty() && !(value instanceof Value.Sequence)) {
      return value;
    }
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    for (Value item : items) {
      Value.@Nullable Scalar name = name(item);
      if (name == null) {
        problems.add(
            "item-name",
            item.origin(),
            "an item of "
                + type.plural()
                + " is a name, or a map with the key 'name'; found "
                + item.noun());
        continue;
      }
      Value.Entry first =
          entries.putIfAbsent(name.text(), new Value.Entry(name.origin(), unnamed(item)));
      if (first != null) {
        problems.add(
            "duplicate-key",
            name.origin(),
            "'" + name.text() + "' stands here a second time; the first is at " + first.key());
      }
    }
    return new Value.Mapping(entries, value.origin());
  }

  private static Value.@Nullable Scalar name(Value item) {
    Value name = item instanceof Value.Mapping mapping ? mapping.get(NAME).orElse(item) : item;
    return name instanceof Value.Scalar scalar && !scalar.isNull() ? scalar : null;
  }

  private static Value unnamed(Value item) {
    Map<String, Value.Entry> rest = new LinkedHashMap<>();
    if (item instanceof Value.Mapping mapping) {
      rest.putAll(mapping.entries());
      rest.remove(NAME);
    }
    return new Value.Mapping(rest, item.origin());
  }

  private static Value shaped(Shape shape, Value value) {
    return switch (shape) {
      case Shape.Fields fields -> fields(fields, value);
      case Shape.MapOf map ->
          value instanceof Value.Mapping mapping
              ? each(mapping, item -> shaped(map.value(), item))
              : value;
      case Shape.Text _,
          Shape.Whole _,
          Shape.Flag _,
          Shape.Choice _,
          Shape.Parsed _,
          Shape.Hidden _,
          Shape.Tree _,
          Shape.ListOf _ ->
          value;
    };
  }

  private static Value fields(Shape.Fields shape, Value value) {
    if (value instanceof Value.Mapping mapping) {
      Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
      for (Shape.Field field : shape.keys()) {
        entries.computeIfPresent(
            field.key(),
            (_, entry) -> new Value.Entry(entry.key(), shaped(field.shape(), entry.value())));
      }
      return new Value.Mapping(entries, value.origin());
    }
    boolean nothing = value instanceof Value.Scalar scalar && scalar.isNull();
    if (nothing || shape.shorthand().isEmpty()) {
      return value;
    }
    Origin origin = value.origin();
    return new Value.Mapping(
        Map.of(shape.shorthand().get().key(), new Value.Entry(origin, value)), origin);
  }

  private static Value.Mapping each(Value.Mapping mapping, UnaryOperator<Value> change) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, entry) ->
            entries.put(key, new Value.Entry(entry.key(), change.apply(entry.value()))));
    return new Value.Mapping(entries, mapping.origin());
  }
}
