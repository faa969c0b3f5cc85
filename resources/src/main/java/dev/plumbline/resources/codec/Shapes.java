package dev.plumbline.resources.codec;

import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Filled;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Shorthand;
import dev.plumbline.resources.value.Value;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the shape of a record from its components and their annotations. */
final class Shapes {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  private Shapes() {}

  static Shape.Fields ofRecord(Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      MethodHandle constructor =
          LOOKUP.findConstructor(type, MethodType.methodType(void.class, types));
      return new Shape.Fields(
          type, constructor, Arrays.stream(components).map(Shapes::ofComponent).toList());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type + " must be public, with its canonical constructor", e);
    }
  }

  private static Shape.Field ofComponent(RecordComponent component) {
    Type type = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    try {
      return new Shape.Field(
          snakeCase(component.getName()),
          ofType(optional ? argument(type, 0) : type),
          optional,
          Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value),
          component.isAnnotationPresent(Name.class),
          component.isAnnotationPresent(Shorthand.class),
          component.isAnnotationPresent(Filled.class),
          Optional.ofNullable(component.getAnnotation(Doc.class)).map(Doc::value).orElse(""),
          LOOKUP.unreflect(component.getAccessor()));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(component + " must be readable", e);
    }
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
    Optional<MethodHandle> parse = parser(plain);
    if (parse.isPresent()) {
      return new Shape.Parsed(plain, parse.get());
    }
    if (plain.isRecord()) {
      return ofRecord(plain.asSubclass(Record.class));
    }
    throw new IllegalArgumentException("no shape for " + plain);
  }

  private static Optional<MethodHandle> parser(Class<?> type) {
    try {
      return Optional.of(
          LOOKUP.findStatic(type, "parse", MethodType.methodType(type, String.class)));
    } catch (NoSuchMethodException | IllegalAccessException e) {
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
    return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
