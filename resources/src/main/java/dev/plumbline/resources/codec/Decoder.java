package dev.plumbline.resources.codec;

import dev.plumbline.resources.InvalidSpecException;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tree into records. One instance reads one tree; what is wrong goes into its problems and
 * comes out as empty.
 */
final class Decoder {
  private final SecretSource secrets;
  private final boolean fromWire;
  private final Problems problems;

  /**
   * @param fromWire whether the tree holds components that are no keys of the inventory
   */
  Decoder(SecretSource secrets, boolean fromWire, Problems problems) {
    this.secrets = secrets;
    this.fromWire = fromWire;
    this.problems = problems;
  }

  Optional<Object> record(Shape.Fields shape, String name, Value value) {
    Optional<Value.Mapping> mapping = asMapping(shape, value);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    boolean known = noUnknownKeys(shape, mapping.get());
    boolean complete = true;
    List<@Nullable Object> arguments = new ArrayList<>();
    for (Shape.Field field : shape.fields()) {
      if (field.name()) {
        arguments.add(name);
        continue;
      }
      Optional<Object> argument = field(field, mapping.get());
      complete &= argument.isPresent();
      arguments.add(argument.orElse(null));
    }
    // An unknown key does not keep the record from telling what else is wrong.
    Optional<Object> record =
        complete ? construct(shape, arguments, mapping.get()) : Optional.empty();
    return known ? record : Optional.empty();
  }

  /**
   * A bare scalar or list stands for a map with one key where the record has a shorthand; nothing
   * stands for an empty map.
   */
  private Optional<Value.Mapping> asMapping(Shape.Fields shape, Value value) {
    if (value instanceof Value.Mapping mapping) {
      return Optional.of(mapping);
    }
    if (value instanceof Value.Scalar scalar && scalar.isNull()) {
      return Optional.of(new Value.Mapping(Map.of(), value.origin()));
    }
    if (shape.shorthand().isPresent()) {
      String key = shape.shorthand().get().key();
      return Optional.of(
          new Value.Mapping(Map.of(key, new Value.Entry(value.origin(), value)), value.origin()));
    }
    return wrongType(shape, value);
  }

  private boolean noUnknownKeys(Shape.Fields shape, Value.Mapping mapping) {
    List<String> known =
        (fromWire ? shape.carried() : shape.keys()).stream().map(Shape.Field::key).toList();
    List<String> unknown =
        mapping.entries().keySet().stream().filter(key -> !known.contains(key)).toList();
    for (String key : unknown) {
      problems.add(
          "unknown-key",
          mapping.entries().get(key) instanceof Value.Entry entry ? entry.key() : mapping.origin(),
          "unknown key '" + key + "'" + Suggestion.of(key, known));
    }
    return unknown.isEmpty();
  }

  private Optional<Object> field(Shape.Field field, Value.Mapping mapping) {
    Optional<Value> written =
        mapping
            .get(field.key())
            .filter(value -> !(value instanceof Value.Scalar scalar && scalar.isNull()));
    if (written.isPresent()) {
      Optional<Object> read = value(field.shape(), written.get());
      return field.optional() ? read.map(Optional::of) : read;
    }
    if (field.optional()) {
      return Optional.of(Optional.empty());
    }
    if (field.fallback().isPresent()) {
      return value(field.shape(), new Value.Scalar(field.fallback().get(), true, mapping.origin()));
    }
    return switch (field.shape()) {
      case Shape.ListOf _ -> Optional.of(List.of());
      case Shape.MapOf _ -> Optional.of(Map.of());
      case Shape.Text _,
          Shape.Whole _,
          Shape.Flag _,
          Shape.Choice _,
          Shape.Parsed _,
          Shape.Hidden _,
          Shape.Tree _,
          Shape.Fields _ -> {
        problems.add(
            "missing-key",
            mapping.origin(),
            "missing key '" + field.key() + "' (" + field.shape().noun() + ")");
        yield Optional.empty();
      }
    };
  }

  private Optional<Object> construct(
      Shape.Fields shape, List<@Nullable Object> arguments, Value.Mapping mapping) {
    try {
      return Optional.of(shape.constructor().newInstance(arguments.toArray()));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidSpecException invalid) {
        SpecCodec.locate(invalid.violations(), mapping, problems);
        return Optional.empty();
      }
      throw new IllegalStateException(
          shape.type() + " must fail with InvalidSpecException only", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(shape.type() + " cannot be made", e);
    }
  }

  private Optional<Object> value(Shape shape, Value value) {
    return switch (shape) {
      case Shape.Text text -> scalar(text, value).map(Value.Scalar::text);
      case Shape.Whole whole -> scalar(whole, value).flatMap(scalar -> number(whole, scalar));
      case Shape.Flag flag -> scalar(flag, value).flatMap(scalar -> flag(flag, scalar));
      case Shape.Choice choice -> scalar(choice, value).flatMap(scalar -> word(choice, scalar));
      case Shape.Parsed parsed ->
          scalar(parsed, value).flatMap(scalar -> parse(parsed.parse(), scalar));
      case Shape.Hidden hidden -> secret(hidden, value);
      case Shape.Tree tree -> Optional.of(tree.type() == Json.class ? Json.of(value) : value);
      case Shape.ListOf list -> list(list, value);
      case Shape.MapOf map -> map(map, value);
      case Shape.Fields fields -> record(fields, "", value);
    };
  }

  private Optional<Value.Scalar> scalar(Shape shape, Value value) {
    return value instanceof Value.Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar)
        : wrongType(shape, value);
  }

  private Optional<Object> number(Shape.Whole shape, Value.Scalar scalar) {
    try {
      long number = Long.parseLong(scalar.text());
      if (shape.type() == long.class || shape.type() == Long.class) {
        return Optional.of(number);
      }
      return Optional.of(Math.toIntExact(number));
    } catch (NumberFormatException | ArithmeticException e) {
      return wrongType(shape, scalar);
    }
  }

  private Optional<Object> flag(Shape.Flag shape, Value.Scalar scalar) {
    return switch (scalar.text()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> wrongType(shape, scalar);
    };
  }

  private Optional<Object> word(Shape.Choice shape, Value.Scalar scalar) {
    Enum<?> word = shape.words().get(scalar.text());
    if (word != null) {
      return Optional.of(word);
    }
    problems.add(
        "unknown-word",
        scalar.origin(),
        "'"
            + scalar.text()
            + "' is not "
            + shape.noun()
            + Suggestion.of(scalar.text(), shape.words().keySet()));
    return Optional.empty();
  }

  private Optional<Object> parse(Method parse, Value.Scalar scalar) {
    try {
      return Optional.of(parse.invoke(null, scalar.text()));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        problems.add("bad-form", scalar.origin(), String.valueOf(wrong.getMessage()));
        return Optional.empty();
      }
      throw new IllegalStateException(
          parse + " must fail with IllegalArgumentException only", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(parse + " cannot be called", e);
    }
  }

  private Optional<Object> secret(Shape.Hidden shape, Value value) {
    if (value instanceof Value.Mapping mapping
        && mapping.entries().size() == 1
        && mapping.get("sha256").orElse(null) instanceof Value.Scalar digest) {
      return Optional.of(
          secrets.find(digest.text()).map(Secret::of).orElseGet(() -> Secret.known(digest.text())));
    }
    return scalar(shape, value).map(scalar -> Secret.of(scalar.text()));
  }

  /** A bare scalar stands for a list of one: {@code nodes: all}. */
  private Optional<Object> list(Shape.ListOf shape, Value value) {
    if (value instanceof Value.Scalar scalar && !scalar.isNull()) {
      return value(shape.item(), scalar).map(List::of);
    }
    if (!(value instanceof Value.Sequence sequence)) {
      return wrongType(shape, value);
    }
    List<Object> read = new ArrayList<>();
    sequence.items().forEach(item -> value(shape.item(), item).ifPresent(read::add));
    return read.size() == sequence.items().size()
        ? Optional.of(List.copyOf(read))
        : Optional.empty();
  }

  private Optional<Object> map(Shape.MapOf shape, Value value) {
    if (!(value instanceof Value.Mapping mapping)) {
      return wrongType(shape, value);
    }
    Map<String, Object> read = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, entry) ->
            value(shape.value(), entry.value()).ifPresent(item -> read.put(key, item)));
    return read.size() == mapping.entries().size()
        ? Optional.of(Collections.unmodifiableMap(read))
        : Optional.empty();
  }

  private <T> Optional<T> wrongType(Shape wanted, Value value) {
    problems.add(
        "wrong-type", value.origin(), "expected " + wanted.noun() + ", found " + value.noun());
    return Optional.empty();
  }
}
