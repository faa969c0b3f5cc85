package dev.plumbline.agent.engine;

import dev.plumbline.resources.Secret;
import dev.plumbline.resources.codec.CanonicalJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes observations so that equal ones give equal text. An observation is a record of texts,
 * numbers, booleans, enums, paths, secrets (of which the digest is written), byte arrays
 * (likewise), optionals, collections, maps and records of these.
 */
final class Canonical {
  private Canonical() {}

  /**
   * @throws IllegalArgumentException if the value holds anything else
   */
  static String json(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Number number -> CanonicalJson.string(number.toString());
      case Boolean flag -> flag.toString();
      case String text -> CanonicalJson.string(text);
      case Character character -> CanonicalJson.string(character.toString());
      case Enum<?> word -> CanonicalJson.string(word.name());
      case Path path -> CanonicalJson.string(path.toString());
      case Secret secret -> CanonicalJson.string(secret.digest());
      case byte[] bytes -> CanonicalJson.string(Secret.digestOf(bytes));
      case Optional<?> optional -> json(optional.orElse(null));
      case List<?> list -> CanonicalJson.array(items(list));
      case Set<?> set -> CanonicalJson.array(items(set).stream().sorted().toList());
      case Map<?, ?> map -> map(map);
      case Record record -> record(record);
      default -> other(value);
    };
  }

  private static List<String> items(Collection<?> values) {
    return values.stream().map(Canonical::json).toList();
  }

  private static String map(Map<?, ?> map) {
    Map<String, String> members = new HashMap<>();
    map.forEach((key, value) -> members.put(json(key), json(value)));
    return CanonicalJson.object(members);
  }

  private static String record(Record record) {
    Map<String, String> members = new HashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      members.put(component.getName(), json(read(record, component)));
    }
    // Two cases of a sealed interface may have the same components.
    members.put("", CanonicalJson.string(record.getClass().getSimpleName()));
    return CanonicalJson.object(members);
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(component + " cannot be read", e);
    }
  }

  /** A value type of a kind's own, if it says how it is written. */
  private static String other(Object value) {
    try {
      if (value.getClass().getMethod("toString").getDeclaringClass() != Object.class) {
        return CanonicalJson.string(value.toString());
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every object has toString", e);
    }
    throw new IllegalArgumentException(value.getClass() + " has no canonical form");
  }
}
