package dev.plumbline.inventory.state;

import dev.plumbline.inventory.substitution.Broken;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the merged state of a node into specs. */
public final class StateReader {
  private static final String AFTER = "after";

  private final Registry registry;
  private final Problems problems;
  private final Broken broken;

  public StateReader(Registry registry, Problems problems, Broken broken) {
    this.registry = registry;
    this.problems = problems;
    this.broken = broken;
  }

  /** The resources of the node, in the order of the text. */
  public List<StateEntry> read(Value.Mapping state) {
    List<StateEntry> entries = new ArrayList<>();
    state
        .entries()
        .forEach((key, kind) -> {
          ResourceType<?> type = registry.byPlural(key).orElseThrow();
          switch (type.cardinality()) {
            case ONE -> entries.add(entry(type, "", kind));
            case MANY -> many(type, kind.value(), entries);
          }
        });
    return entries;
  }

  private void many(ResourceType<?> type, Value value, List<StateEntry> entries) {
    if (!(value instanceof Value.Mapping mapping)) {
      throw new IllegalStateException(type.plural() + " must be in normal form");
    }
    mapping
        .entries()
        .forEach((name, entry) -> {
          if (name.isBlank()) {
            problems.add(
                "empty-name", entry.key(), "an entry of " + type.plural() + " has an empty name");
          } else {
            entries.add(entry(type, name, entry));
          }
        });
  }

  private StateEntry entry(ResourceType<?> type, String name, Value.Entry written) {
    Value value = written.value();
    List<StateEntry.After> after = new ArrayList<>();
    if (value instanceof Value.Mapping mapping) {
      mapping.get(AFTER).ifPresent(ids -> after(ids, after));
      Map<String, Value.Entry> rest = new LinkedHashMap<>(mapping.entries());
      rest.remove(AFTER);
      // What is wrong with the resource as a whole is told at its name.
      value = new Value.Mapping(rest, written.key());
    }
    return new StateEntry(
        type, type.id(name), written.key(), value, after, decode(type, name, value));
  }

  private <S extends Record & Spec> Optional<Spec> decode(
      ResourceType<S> type, String name, Value value) {
    return broken
        .read(value, problems, found -> type.codec().decode(name, value, found))
        .map(spec -> spec);
  }

  private void after(Value value, List<StateEntry.After> after) {
    List<Value> items =
        value instanceof Value.Sequence sequence ? sequence.items() : List.of(value);
    for (Value item : items) {
      @Nullable ResourceId id = id(item);
      if (id == null) {
        problems.add(
            "after-form",
            item.origin(),
            "after takes resources such as package[openmpi-bin], found " + item.noun());
      } else {
        after.add(new StateEntry.After(id, item.origin()));
      }
    }
  }

  private static @Nullable ResourceId id(Value item) {
    try {
      return item instanceof Value.Scalar scalar ? ResourceId.parse(scalar.text()) : null;
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }
}
