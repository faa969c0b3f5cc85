package dev.plumbline.resources.docker;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The engine's configuration, and what the inventory says of it. Pure. */
final class DaemonFile {
  static final Path PATH = Path.of("/etc/docker/daemon.json");
  static final String PREFIX = "daemon.";

  private DaemonFile() {}

  /** The file as a value; an empty file is one without keys, as it is for the engine. */
  static Json.Members parse(byte[] content) throws Failure {
    String text = new String(content, StandardCharsets.UTF_8);
    try {
      if (text.isBlank()) {
        return new Json.Members(Map.of());
      }
      if (Json.of(JsonReader.read(text, PATH.toString())) instanceof Json.Members members) {
        return members;
      }
      throw unreadable(PATH + " holds no JSON object");
    } catch (IllegalArgumentException e) {
      throw unreadable(PATH + " is not JSON: " + e.getMessage());
    }
  }

  private static Failure unreadable(String message) {
    return new Failure(
        message,
        "mend the file on the node, or remove it: what it would have to hold cannot be merged in");
  }

  /** What the file must hold. */
  static Json.Members merged(DockerSpec spec, Optional<Json> file) {
    Json.Members wanted = new Json.Members(spec.daemon());
    return spec.exclusive() || !(file.orElse(null) instanceof Json.Members there)
        ? wanted
        : merged(there, wanted);
  }

  private static Json.Members merged(Json.Members there, Json.Members wanted) {
    Map<String, Json> all = new LinkedHashMap<>(there.members());
    wanted
        .members()
        .forEach((key, value) ->
            all.merge(
                key,
                value,
                (before, after) ->
                    before instanceof Json.Members inner && after instanceof Json.Members outer
                        ? merged(inner, outer)
                        : after));
    return new Json.Members(all);
  }

  /** What differs, by key. */
  static List<Change> diff(DockerSpec spec, Optional<Json> file) {
    Map<String, Json> before = new TreeMap<>();
    Map<String, Json> after = new TreeMap<>();
    file.ifPresent(there -> flatten("", there, before));
    flatten("", merged(spec, file), after);
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      Json from = before.get(key);
      Json to = after.get(key);
      if (from == null || !from.equals(to)) {
        changes.add(Change.of(PREFIX + key, shown(from), shown(to)));
      }
    }
    return changes;
  }

  private static void flatten(String path, Json value, Map<String, Json> leaves) {
    if (value instanceof Json.Members object && (path.isEmpty() || !object.members().isEmpty())) {
      object
          .members()
          .forEach((key, inner) -> flatten(path.isEmpty() ? key : path + "." + key, inner, leaves));
    } else {
      leaves.put(path, value);
    }
  }

  private static @Nullable String shown(@Nullable Json value) {
    return switch (value) {
      case null -> null;
      case Json.Text text -> text.text();
      case Json.Numeral _, Json.Flag _, Json.Nothing _, Json.Items _, Json.Members _ ->
          value.canonical();
    };
  }
}
