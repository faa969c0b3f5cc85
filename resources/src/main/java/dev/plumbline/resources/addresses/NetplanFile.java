package dev.plumbline.resources.addresses;

import dev.plumbline.resources.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One file of netplan's (netplan(5)).
 *
 * @param root what it holds
 */
record NetplanFile(Path path, String text, Optional<Value> root) {
  private static final String NETWORK = "network";
  private static final Set<String> NO_SECTIONS = Set.of("version", "renderer");

  /**
   * What a file says of one interface.
   *
   * @param section the kind of interface: {@code ethernets}, {@code bonds}
   * @param id the key below
   */
  record Stanza(Path file, String section, String id, Value.Mapping content) {}

  /** Which program carries the file's interfaces out, where it says so. */
  Optional<String> renderer() {
    return network()
        .flatMap(network -> network.get("renderer"))
        .flatMap(value ->
            value instanceof Value.Scalar word ? Optional.of(word.text()) : Optional.empty());
  }

  List<Stanza> stanzas() {
    List<Stanza> stanzas = new ArrayList<>();
    network()
        .map(Value.Mapping::entries)
        .orElse(Map.of())
        .forEach((section, entry) -> {
          if (!NO_SECTIONS.contains(section) && entry.value() instanceof Value.Mapping interfaces) {
            interfaces
                .entries()
                .forEach((id, each) -> {
                  if (each.value() instanceof Value.Mapping content) {
                    stanzas.add(new Stanza(path, section, id, content));
                  }
                });
          }
        });
    return stanzas;
  }

  /** The file without one stanza; its first comments stay. */
  NetplanFile without(String section, String id) {
    StringBuilder head = new StringBuilder();
    text.lines()
        .takeWhile(line -> line.isBlank() || line.startsWith("#"))
        .forEach(line -> head.append(line).append('\n'));
    if (!(root.orElse(null) instanceof Value.Mapping map)) {
      return this;
    }
    Value rest = without(map, List.of(NETWORK, section, id));
    return new NetplanFile(path, head + YamlText.of(rest), Optional.of(rest));
  }

  private static Value.Mapping without(Value.Mapping map, List<String> path) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>(map.entries());
    String key = path.getFirst();
    Value.Entry entry = map.entries().get(key);
    if (path.size() == 1) {
      entries.remove(key);
    } else if (entry != null && entry.value() instanceof Value.Mapping inner) {
      Value.Mapping rest = without(inner, path.subList(1, path.size()));
      if (rest.entries().isEmpty()) {
        entries.remove(key);
      } else {
        entries.put(key, new Value.Entry(entry.key(), rest));
      }
    }
    return new Value.Mapping(entries, map.origin());
  }

  private Optional<Value.Mapping> network() {
    return root.flatMap(
            value -> value instanceof Value.Mapping map ? map.get(NETWORK) : Optional.empty())
        .flatMap(value -> value instanceof Value.Mapping map ? Optional.of(map) : Optional.empty());
  }
}
