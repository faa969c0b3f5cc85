package dev.plumbline.resources.codec;

import dev.plumbline.resources.Secret;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes records as canonical JSON, and sets their secrets aside. */
final class Encoder {
  private final Map<String, String> secrets;

  /**
   * @param secrets receives the values of secrets by digest
   */
  Encoder(Map<String, String> secrets) {
    this.secrets = secrets;
  }

  String record(Shape.Fields shape, Object record) {
    Map<String, String> members = new TreeMap<>();
    for (Shape.Field field : shape.carried()) {
      Object value = read(field, record);
      if (value instanceof Optional<?> optional) {
        optional.ifPresent(present -> members.put(field.key(), value(field.shape(), present)));
      } else if (!(value instanceof List<?> list && list.isEmpty())
          && !(value instanceof Map<?, ?> map && map.isEmpty())) {
        members.put(field.key(), value(field.shape(), value));
      }
    }
    return CanonicalJson.object(members);
  }

  private static Object read(Shape.Field field, Object record) {
    try {
      return field.accessor().invoke(record);
    } catch (Throwable e) {
      throw new IllegalStateException("the accessor of " + field.key() + " must not fail", e);
    }
  }

  private String value(Shape shape, Object value) {
    return switch (shape) {
      case Shape.Text _, Shape.Parsed _ -> CanonicalJson.string(value.toString());
      case Shape.Whole _, Shape.Flag _ -> value.toString();
      case Shape.Choice _ ->
          CanonicalJson.string(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
      case Shape.Hidden _ -> secret((Secret) value);
      case Shape.Tree _ -> value instanceof Json json ? json.canonical() : tree((Value) value);
      case Shape.ListOf list ->
          CanonicalJson.array(
              ((List<?>) value).stream().map(item -> value(list.item(), item)).toList());
      case Shape.MapOf map -> {
        Map<String, String> members = new TreeMap<>();
        ((Map<?, ?>) value)
            .forEach((key, item) -> members.put((String) key, value(map.value(), item)));
        yield CanonicalJson.object(members);
      }
      case Shape.Fields fields -> record(fields, value);
    };
  }

  private static String tree(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.isNull() ? "null" : CanonicalJson.string(scalar.text());
      case Value.Sequence sequence ->
          CanonicalJson.array(sequence.items().stream().map(Encoder::tree).toList());
      case Value.Mapping mapping -> {
        Map<String, String> members = new TreeMap<>();
        mapping.entries().forEach((key, entry) -> members.put(key, tree(entry.value())));
        yield CanonicalJson.object(members);
      }
    };
  }

  private String secret(Secret secret) {
    secret.value().ifPresent(value -> secrets.put(secret.digest(), value));
    return CanonicalJson.object(Map.of("sha256", CanonicalJson.string(secret.digest())));
  }
}
