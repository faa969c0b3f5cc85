package dev.plumbline.agent.host.engine;

import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value of the engine's; what it leaves out and what it calls null are the same. */
record Answer(Value value) {
  Optional<Answer> find(String key) {
    return value instanceof Value.Mapping object
        ? object
            .get(key)
            .filter(inner -> !(inner instanceof Value.Scalar scalar && scalar.isNull()))
            .map(Answer::new)
        : Optional.empty();
  }

  /** The text at a path of keys; empty if there is none. */
  String text(String... path) {
    Optional<Answer> at = Optional.of(this);
    for (String key : path) {
      at = at.flatMap(inner -> inner.find(key));
    }
    return at.map(Answer::text).orElse("");
  }

  private String text() {
    return value instanceof Value.Scalar scalar ? scalar.text() : "";
  }

  boolean flag(String key) {
    return text(key).equals("true");
  }

  List<Answer> items(String key) {
    return find(key).map(Answer::items).orElse(List.of());
  }

  /** The items of a list; none of anything else. */
  List<Answer> items() {
    return value instanceof Value.Sequence list
        ? list.items().stream().map(Answer::new).toList()
        : List.of();
  }

  /** The texts of a list; none of anything else. */
  List<String> words(String key) {
    return items(key).stream().map(Answer::text).toList();
  }

  /** The keys of an object; none of anything else. */
  List<String> keys() {
    return value instanceof Value.Mapping object
        ? List.copyOf(object.entries().keySet())
        : List.of();
  }

  Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (find(key).map(Answer::value).orElse(null) instanceof Value.Mapping object) {
      object.entries().forEach((name, entry) -> texts.put(name, new Answer(entry.value()).text()));
    }
    return texts;
  }

  Json json() {
    return Json.of(value);
  }
}
