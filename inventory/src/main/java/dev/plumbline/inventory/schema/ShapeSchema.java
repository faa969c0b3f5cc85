package dev.plumbline.inventory.schema;

import dev.plumbline.resources.Doc;
import dev.plumbline.resources.codec.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema of one shape. Any value of a layer may be null, which removes, and any scalar may be a
 * text with a reference; what looks like a number or a boolean may be meant as a text.
 */
final class ShapeSchema {
  private static final List<String> SCALAR = List.of("string", "number", "boolean", "null");
  private static final Map<String, Object> REFERENCE =
      ordered("type", "string", "pattern", "\\$\\{.+\\}");
  private static final Map<String, Object> NOTHING = ordered("type", "null");

  private ShapeSchema() {}

  static Map<String, Object> of(Shape shape) {
    return switch (shape) {
      case Shape.Text _, Shape.Parsed _, Shape.Hidden _ -> ordered("type", SCALAR);
      case Shape.Whole _ -> anyOf(ordered("type", List.of("integer", "null")), REFERENCE);
      case Shape.Flag _ -> anyOf(ordered("type", List.of("boolean", "null")), REFERENCE);
      case Shape.Choice choice ->
          anyOf(ordered("enum", List.copyOf(choice.words().keySet())), NOTHING, REFERENCE);
      case Shape.ListOf list ->
          anyOf(ordered("type", "array", "items", of(list.item())), of(list.item()));
      case Shape.MapOf map ->
          ordered("type", List.of("object", "null"), "additionalProperties", of(map.value()));
      case Shape.Tree _ -> ordered();
      case Shape.Fields fields -> fields(fields, Map.of(), Map.of());
    };
  }

  /**
   * The schema of a record.
   *
   * @param replaced schemas that stand for those of some keys
   * @param added keys that the record does not have
   */
  static Map<String, Object> fields(
      Shape.Fields shape, Map<String, Object> replaced, Map<String, Object> added) {
    Map<String, Object> properties = new LinkedHashMap<>(added);
    for (Shape.Field field : shape.keys()) {
      Map<String, Object> property = ordered();
      if (!field.doc().isEmpty()) {
        property.put("description", description(field));
      }
      if (replaced.get(field.key()) instanceof Map<?, ?> other) {
        other.forEach((key, value) -> property.put((String) key, value));
      } else {
        property.putAll(of(field.shape()));
      }
      properties.put(field.key(), property);
    }
    Map<String, Object> schema = ordered();
    Doc doc = shape.type().getAnnotation(Doc.class);
    if (doc != null) {
      schema.put("description", doc.value());
    }
    schema.put("type", List.of("object", "null"));
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return shape.shorthand().map(field -> anyOf(schema, of(field.shape()))).orElse(schema);
  }

  private static String description(Shape.Field field) {
    return field
        .fallback()
        .map(value -> field.doc() + " Default: " + value + ".")
        .orElse(field.doc());
  }

  /** A map that keeps the order of its keys. */
  static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  @SafeVarargs
  static Map<String, Object> anyOf(Map<String, Object>... choices) {
    List<Object> flat = new ArrayList<>();
    for (Map<String, Object> choice : choices) {
      if (choice.size() == 1 && choice.get("anyOf") instanceof List<?> nested) {
        flat.addAll(nested);
      } else {
        flat.add(choice);
      }
    }
    return ordered("anyOf", flat.stream().distinct().toList());
  }
}
