package dev.plumbline.inventory;

import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.catalog.EncodedCatalog;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which values of a node's state must not be shown. A spec may take a secret from any of its keys
 * ({@code content} of a sensitive file), so of a resource that has one, only keys that travel in
 * the open are shown.
 */
final class Hiding {
  private static final String DIGEST = "sha256";

  private final Map<List<String>, Value> guarded = new HashMap<>();

  Hiding(EncodedCatalog catalog, Registry registry) {
    for (EncodedCatalog.Entry entry : catalog.entries()) {
      if (entry.json().contains("\"" + DIGEST + "\"")) {
        ResourceType<?> type = registry.bySingular(entry.kind()).orElseThrow();
        guarded.put(
            switch (type.cardinality()) {
              case ONE -> List.of("state", type.plural());
              case MANY -> List.of("state", type.plural(), entry.name());
            },
            JsonReader.read(entry.json(), entry.kind()));
      }
    }
  }

  boolean hides(List<String> path) {
    for (int length = 2; length <= Math.min(3, path.size()); length++) {
      Value open = guarded.get(path.subList(0, length));
      if (open != null) {
        List<String> rest = path.subList(length, path.size());
        return !rest.equals(List.of("after")) && !isOpen(open, rest);
      }
    }
    return false;
  }

  private static boolean isOpen(Value open, List<String> path) {
    Optional<Value> at = Optional.of(open);
    for (String key : path) {
      at =
          at.flatMap(value ->
              value instanceof Value.Mapping mapping ? mapping.get(key) : Optional.empty());
    }
    return at.filter(value -> !holdsDigest(value)).isPresent();
  }

  private static boolean holdsDigest(Value value) {
    return switch (value) {
      case Value.Scalar _ -> false;
      case Value.Sequence sequence -> sequence.items().stream().anyMatch(Hiding::holdsDigest);
      case Value.Mapping mapping ->
          mapping.entries().containsKey(DIGEST)
              || mapping.entries().values().stream().anyMatch(entry -> holdsDigest(entry.value()));
    };
  }
}
