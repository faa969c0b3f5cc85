package dev.plumbline.resources.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a value must look like to end in a record component. Codec, JSON Schema and docs are all
 * switches over it.
 */
public sealed interface Shape {
  /** What a message calls it: "a whole number". */
  String noun();

  /** Any text. */
  record Text() implements Shape {
    @Override
    public String noun() {
      return "a text";
    }
  }

  /** A whole number; {@code type} is int, long or one of their boxes. */
  record Whole(Class<?> type) implements Shape {
    @Override
    public String noun() {
      return "a whole number";
    }
  }

  /** {@code true} or {@code false}. */
  record Flag() implements Shape {
    @Override
    public String noun() {
      return "true or false";
    }
  }

  /** One word of a closed set. */
  record Choice(Map<String, Enum<?>> words) implements Shape {
    @Override
    public String noun() {
      return "one of " + String.join(", ", words.keySet());
    }
  }

  /**
   * A text of a certain form.
   *
   * @param type a class with {@code static T parse(String)}, which throws {@link
   *     IllegalArgumentException}, and whose {@code toString} is the inverse
   */
  record Parsed(Class<?> type, Method parse) implements Shape {
    @Override
    public String noun() {
      return "a text";
    }
  }

  /** A {@link dev.plumbline.resources.Secret}. */
  record Hidden() implements Shape {
    @Override
    public String noun() {
      return "a text";
    }
  }

  /**
   * Anything at all.
   *
   * @param type {@link Json}, or {@link dev.plumbline.resources.value.Value} where it is read
   *     further later
   */
  record Tree(Class<?> type) implements Shape {
    @Override
    public String noun() {
      return "anything";
    }
  }

  record ListOf(Shape item) implements Shape {
    @Override
    public String noun() {
      return "a list";
    }
  }

  /** A map with any keys. */
  record MapOf(Shape value) implements Shape {
    @Override
    public String noun() {
      return "a map";
    }
  }

  /** A record. */
  record Fields(
      Class<? extends Record> type, Constructor<? extends Record> constructor, List<Field> fields)
      implements Shape {
    @Override
    public String noun() {
      return "a map";
    }

    /** The field that a bare scalar or list sets. */
    public Optional<Field> shorthand() {
      return fields.stream().filter(Field::shorthand).findFirst();
    }

    /** The field that holds the resource's name. */
    public Optional<Field> name() {
      return fields.stream().filter(Field::name).findFirst();
    }

    /** The fields that are keys in the inventory. */
    public List<Field> keys() {
      return fields.stream().filter(field -> !field.name() && !field.filled()).toList();
    }

    /** The fields that travel: the keys, and what is filled in later. */
    public List<Field> carried() {
      return fields.stream().filter(field -> !field.name()).toList();
    }
  }

  /**
   * One component of a record.
   *
   * @param key the key in the inventory, in snake case
   * @param optional whether the component is an {@link Optional} of the shape
   * @param fallback the value in YAML that a missing key stands for; empty if there is none
   * @param filled whether it is no key of the inventory but {@linkplain
   *     dev.plumbline.resources.Filled filled in}
   * @param accessor reads the component
   */
  record Field(
      String key,
      Shape shape,
      boolean optional,
      Optional<String> fallback,
      boolean name,
      boolean shorthand,
      boolean filled,
      String doc,
      Method accessor) {

    /** The same field, which no bare scalar or list sets. */
    public Field withoutShorthand() {
      return new Field(key, shape, optional, fallback, name, false, filled, doc, accessor);
    }

    /** Whether the inventory must have the key. */
    public boolean required() {
      return !optional
          && fallback.isEmpty()
          && !(shape instanceof ListOf)
          && !(shape instanceof MapOf);
    }
  }
}
