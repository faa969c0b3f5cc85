package dev.plumbline.resources.codec;

import dev.plumbline.resources.Secret;
import dev.plumbline.resources.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes one record as canonical JSON, and sets its secrets aside. */
final class Encoder {
  private final Map<String, String> secrets;
  private final StringBuilder json = new StringBuilder();

  /**
   * @param secrets receives the values of secrets by digest
   */
  Encoder(Map<String, String> secrets) {
    this.secrets = secrets;
  }

  String encode(Shape.Fields shape, Object record) {
    record(shape, record);
    return json.toString();
  }

  private void record(Shape.Fields shape, Object record) {
    SortedMap<String, Runnable> members = new TreeMap<>();
    for (Shape.Field field : shape.carried()) {
      Object value = read(field, record);
      if (value instanceof Optional<?> optional) {
        optional.ifPresent(
            present -> members.put(field.key(), () -> value(field.shape(), present)));
      } else if (!(value instanceof List<?> list && list.isEmpty())
          && !(value instanceof Map<?, ?> map && map.isEmpty())) {
        members.put(field.key(), () -> value(field.shape(), value));
      }
    }
    members(members, Runnable::run);
  }

  private static Object read(Shape.Field field, Object record) {
    try {
      return field.accessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the accessor of " + field.key() + " must not fail", e);
    }
  }

  private void value(Shape shape, Object value) {
    switch (shape) {
      case Shape.Text _, Shape.Parsed _ -> CanonicalJson.string(value.toString(), json);
      case Shape.Whole _, Shape.Flag _ -> json.append(value);
      case Shape.Choice _ ->
          CanonicalJson.string(((Enum<?>) value).name().toLowerCase(Locale.ROOT), json);
      case Shape.Hidden _ -> secret((Secret) value);
      case Shape.Tree _ -> {
        if (value instanceof Json written) {
          json.append(written.canonical());
        } else {
          tree((Value) value);
        }
      }
      case Shape.ListOf list -> items((List<?>) value, item -> value(list.item(), item));
      case Shape.MapOf map ->
          members(new TreeMap<>((Map<?, ?>) value), item -> value(map.value(), item));
      case Shape.Fields fields -> record(fields, value);
    }
  }

  private void tree(Value value) {
    switch (value) {
      case Value.Scalar scalar -> {
        if (scalar.isNull()) {
          json.append("null");
        } else {
          CanonicalJson.string(scalar.text(), json);
        }
      }
      case Value.Sequence sequence -> items(sequence.items(), this::tree);
      case Value.Mapping mapping ->
          members(new TreeMap<>(mapping.entries()), entry -> tree(entry.value()));
    }
  }

  private void secret(Secret secret) {
    secret.value().ifPresent(value -> secrets.put(secret.digest(), value));
    members(
        new TreeMap<>(Map.of("sha256", secret.digest())),
        digest -> CanonicalJson.string(digest, json));
  }

  private <T> void items(List<T> items, Consumer<T> write) {
    json.append('[');
    for (Iterator<T> rest = items.iterator(); rest.hasNext(); ) {
      write.accept(rest.next());
      json.append(rest.hasNext() ? "," : "");
    }
    json.append(']');
  }

  /** Java compares keys by UTF-16 code units, as the RFC sorts them. */
  private <T> void members(SortedMap<?, T> members, Consumer<T> write) {
    json.append('{');
    String comma = "";
    for (Map.Entry<?, T> member : members.entrySet()) {
      json.append(comma);
      comma = ",";
      CanonicalJson.string((String) member.getKey(), json);
      json.append(':');
      write.accept(member.getValue());
    }
    json.append('}');
  }
}
