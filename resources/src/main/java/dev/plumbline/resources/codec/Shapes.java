package dev.plumbline.resources.codec;

import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Filled;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Shorthand;
import dev.plumbline.resources.value.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the shape of a record from its components and their annotations. Plain reflection: in a
 * process that ends after one command, method handles cost more than they save.
 */
final class Shapes {
  private Shapes() {}

  static Shape.Fields ofRecord(Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    List<Shape.Field> fields = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      fields.add(ofComponent(components[i]));
    }
    try {
      Constructor<? extends Record> constructor = type.getConstructor(types);
      if (Modifier.isPublic(type.getModifiers())) {
        return new Shape.Fields(type, constructor, List.copyOf(fields));
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " must have a public canonical constructor", e);
    }
    throw new IllegalArgumentException(type + " must be public");
  }

  private static Shape.Field ofComponent(RecordComponent component) {
    Type type = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    Default fallback = component.getAnnotation(Default.class);
    Doc doc = component.getAnnotation(Doc.class);
    return new Shape.Field(
        snakeCase(component.getName()),
        ofType(optional ? argument(type, 0) : type),
        optional,
        fallback == null ? Optional.empty() : Optional.of(fallback.value()),
        component.isAnnotationPresent(Name.class),
        component.isAnnotationPresent(Shorthand.class),
        component.isAnnotationPresent(Filled.class),
        doc == null ? "" : doc.value(),
        component.getAccessor());
  }

  private static Shape ofType(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return new Shape.ListOf(ofType(argument(type, 0)));
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      return new Shape.MapOf(ofType(argument(type, 1)));
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("no shape for " + type);
    }
    if (plain == String.class) {
      return new Shape.Text();
    }
    if (plain == int.class
        || plain == Integer.class
        || plain == long.class
        || plain == Long.class) {
      return new Shape.Whole(plain);
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return new Shape.Flag();
    }
    if (plain == Secret.class) {
      return new Shape.Hidden();
    }
    if (plain == Json.class || plain == Value.class) {
      return new Shape.Tree(plain);
    }
    if (plain.isEnum()) {
      return new Shape.Choice(words(plain));
    }
    Optional<Method> parse = parser(plain);
    if (parse.isPresent()) {
      return new Shape.Parsed(plain, parse.get());
    }
    if (plain.isRecord()) {
      return ofRecord(plain.asSubclass(Record.class));
    }
    throw new IllegalArgumentException("no shape for " + plain);
  }

  private static Optional<Method> parser(Class<?> type) {
    try {
      Method parse = type.getMethod("parse", String.class);
      return Modifier.isStatic(parse.getModifiers()) && parse.getReturnType() == type
          ? Optional.of(parse)
          : Optional.empty();
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Enum<?>> words(Class<?> type) {
    Map<String, Enum<?>> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      Enum<?> word = (Enum<?>) constant;
      words.put(word.name().toLowerCase(Locale.ROOT), word);
    }
    return Collections.unmodifiableMap(words);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  static String snakeCase(String camelCase) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      if (Character.isUpperCase(c)) {
        snake.append('_').append(Character.toLowerCase(c));
      } else {
        snake.append(c);
      }
    }
    return snake.toString();
  }
}
