package dev.plumbline.resources.contract;

import dev.plumbline.resources.Carried;
import dev.plumbline.resources.Carrying;
import dev.plumbline.resources.Checks;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Expandable;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Sourced;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.codec.Encoded;
import dev.plumbline.resources.codec.SpecCodec;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problem;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One document of a fixture file: the state of the node {@code master}, with or without a key
 * {@code state} above it; or, where its only key is {@code all}, the state of every node; or, where
 * all of its keys are names of nodes, the states of several.
 *
 * @param entries what could be read, made concrete for the cluster
 */
public record Fixture(List<Entry> entries, List<Problem> problems) {
  private static final List<String> NODES = List.of("master", "worker1", "worker2");

  /** One resource of a fixture, as it was written and as it is. */
  public record Entry(
      String node, ResourceType<?> type, String name, Value written, Spec decoded, Spec spec) {
    /** Encodes the spec with the codec of its own kind. */
    public Encoded encoded() {
      return encode(type, spec);
    }

    @Override
    public String toString() {
      return type.id(name) + " on " + node;
    }

    static <S extends Record & Spec> Encoded encode(ResourceType<S> type, Spec spec) {
      return type.codec().encode(type.codec().type().cast(spec));
    }
  }

  static Fixture read(Value document) {
    return read(states((Value.Mapping) document));
  }

  /** The states of several nodes. */
  static Fixture read(Map<String, Value> states) {
    Problems problems = new Problems();
    List<Entry> decoded = new ArrayList<>();
    states.forEach((node, state) -> decode(node, (Value.Mapping) state, decoded, problems));
    List<Entry> expanded = new ArrayList<>();
    for (Entry entry : decoded) {
      Checks checks = new Checks();
      Spec spec = inlined(entry.spec(), checks);
      if (spec instanceof Expandable<?> expandable) {
        spec = expandable.expand(cluster(entry.node(), decoded), checks);
      }
      SpecCodec.locate(checks.violations(), entry.written(), problems);
      expanded.add(
          new Entry(entry.node(), entry.type(), entry.name(), entry.written(), entry.spec(), spec));
    }
    for (Entry entry : expanded) {
      if (entry.spec() instanceof ClusterChecked checked) {
        Checks checks = new Checks();
        checked.check(cluster(entry.node(), expanded), checks);
        SpecCodec.locate(checks.violations(), entry.written(), problems);
      }
    }
    return new Fixture(List.copyOf(expanded), problems.sorted());
  }

  /** Every local file that a fixture names holds its own name. */
  private static Spec inlined(Spec spec, Checks checks) {
    if (spec instanceof Carrying<?> carrying && !carrying.files().isEmpty()) {
      Map<String, Carried> hashes = new LinkedHashMap<>();
      carrying
          .files()
          .forEach((component, path) -> {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            hashes.put(component, new Carried(Secret.digestOf(name), name.length));
          });
      return carrying.carry(hashes);
    }
    if (!(spec instanceof Sourced<?> sourced) || sourced.sources().isEmpty()) {
      return spec;
    }
    Map<String, byte[]> contents = new LinkedHashMap<>();
    sourced
        .sources()
        .forEach(
            (component, path) -> contents.put(component, path.getBytes(StandardCharsets.UTF_8)));
    return sourced.inline(contents, checks);
  }

  private static Map<String, Value> states(Value.Mapping document) {
    if (document.get("all").isPresent()) {
      Map<String, Value> same = new LinkedHashMap<>();
      NODES.forEach(node -> same.put(node, document.get("all").get()));
      return same;
    }
    if (document.get("state").isPresent()) {
      return Map.of("master", document.get("state").get());
    }
    if (!NODES.containsAll(document.entries().keySet())) {
      return Map.of("master", document);
    }
    Map<String, Value> states = new LinkedHashMap<>();
    document.entries().forEach((node, entry) -> states.put(node, entry.value()));
    return states;
  }

  private static TestCluster cluster(String self, List<Entry> entries) {
    Map<String, Map<Class<?>, Map<String, Spec>>> states = new LinkedHashMap<>();
    for (Entry entry : entries) {
      states
          .computeIfAbsent(entry.node(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(entry.spec().getClass(), _ -> new LinkedHashMap<>())
          .put(entry.name(), entry.spec());
    }
    return new TestCluster(self, states);
  }

  private static void decode(
      String node, Value.Mapping state, List<Entry> entries, Problems problems) {
    state
        .entries()
        .forEach((plural, kind) -> {
          ResourceType<?> type = ResourceTypes.byPlural(plural).orElseThrow();
          named(type, kind.value())
              .forEach((name, written) -> {
                Optional<? extends Record> spec = type.codec().decode(name, written, problems);
                spec.ifPresent(found ->
                    entries.add(new Entry(node, type, name, written, (Spec) found, (Spec) found)));
              });
        });
  }

  /** A list of names, some with more to say, is a map by name. */
  private static Map<String, Value> named(ResourceType<?> type, Value kind) {
    Map<String, Value> named = new LinkedHashMap<>();
    switch (type.cardinality()) {
      case ONE -> named.put("", kind);
      case MANY -> {
        switch (kind) {
          case Value.Mapping map ->
              map.entries().forEach((name, entry) -> named.put(name, placed(entry)));
          case Value.Sequence list -> list.items().forEach(item -> item(item, named));
          case Value.Scalar one -> item(one, named);
        }
      }
    }
    return named;
  }

  private static void item(Value item, Map<String, Value> named) {
    if (item instanceof Value.Mapping map
        && map.get("name").orElse(null) instanceof Value.Scalar name) {
      Map<String, Value.Entry> rest = new LinkedHashMap<>(map.entries());
      rest.remove("name");
      named.put(name.text(), new Value.Mapping(rest, item.origin()));
    } else if (item instanceof Value.Scalar name) {
      named.put(name.text(), new Value.Mapping(Map.of(), item.origin()));
    }
  }

  /** A problem of the whole resource is shown at its key. */
  private static Value placed(Value.Entry entry) {
    Origin key = entry.key();
    return switch (entry.value()) {
      case Value.Mapping map -> new Value.Mapping(map.entries(), key);
      case Value.Scalar scalar when scalar.isNull() -> new Value.Mapping(Map.of(), key);
      case Value.Sequence list -> list;
      case Value.Scalar scalar -> scalar;
    };
  }
}
