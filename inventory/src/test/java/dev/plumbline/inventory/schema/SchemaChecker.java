package dev.plumbline.inventory.schema;

import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks documents as an editor does: the part of JSON Schema that our schemas use. */
public final class SchemaChecker {
  private final Value.Mapping root;

  public SchemaChecker(String schema) {
    this.root = (Value.Mapping) JsonReader.read(schema, "schema");
  }

  public boolean accepts(Value document) {
    return accepts(root, document);
  }

  boolean accepts(String definition, Value document) {
    return accepts(definition(definition), document);
  }

  private Value.Mapping definition(String name) {
    Value.Mapping definitions = (Value.Mapping) root.get("definitions").orElseThrow();
    return (Value.Mapping) definitions.get(name).orElseThrow();
  }

  private boolean accepts(Value.Mapping schema, Value value) {
    return schema.entries().entrySet().stream()
        .allMatch(rule -> holds(rule.getKey(), rule.getValue().value(), schema, value));
  }

  private boolean holds(String rule, Value operand, Value.Mapping schema, Value value) {
    return switch (rule) {
      case "$schema", "title", "description", "definitions" -> true;
      case "$ref" -> accepts(definition(text(operand).replaceFirst("#/definitions/", "")), value);
      case "allOf" -> list(operand).stream().allMatch(one -> accepts((Value.Mapping) one, value));
      case "anyOf" -> list(operand).stream().anyMatch(one -> accepts((Value.Mapping) one, value));
      case "type" ->
          types(operand).contains(type(value))
              || (types(operand).contains("number") && type(value).equals("integer"));
      case "enum" -> list(operand).stream().anyMatch(word -> text(word).equals(text(value)));
      case "pattern" ->
          !type(value).equals("string")
              || Pattern.compile(text(operand)).matcher(text(value)).find();
      case "required" ->
          list(operand).stream().allMatch(key -> entries(value).containsKey(text(key)));
      case "items" ->
          !(value instanceof Value.Sequence sequence)
              || sequence.items().stream().allMatch(item -> accepts((Value.Mapping) operand, item));
      case "properties" ->
          entries(value).entrySet().stream()
              .allMatch(entry ->
                  ((Value.Mapping) operand)
                      .get(entry.getKey())
                      .map(property -> accepts((Value.Mapping) property, entry.getValue().value()))
                      .orElse(true));
      case "additionalProperties" -> additional(operand, schema, value);
      default -> throw new AssertionError("this checker does not know the rule " + rule);
    };
  }

  private boolean additional(Value operand, Value.Mapping schema, Value value) {
    Optional<Value> properties = schema.get("properties");
    return entries(value).entrySet().stream()
        .filter(entry ->
            properties.map(known -> !entries(known).containsKey(entry.getKey())).orElse(true))
        .allMatch(entry ->
            operand instanceof Value.Mapping other && accepts(other, entry.getValue().value()));
  }

  private static Map<String, Value.Entry> entries(Value value) {
    return value instanceof Value.Mapping mapping ? mapping.entries() : Map.of();
  }

  private static List<Value> list(Value value) {
    return ((Value.Sequence) value).items();
  }

  private static List<String> types(Value value) {
    return value instanceof Value.Sequence sequence
        ? sequence.items().stream().map(SchemaChecker::text).toList()
        : List.of(text(value));
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : "";
  }

  /** What an editor takes a value for (YAML 1.2, core schema). */
  private static String type(Value value) {
    return switch (value) {
      case Value.Mapping _ -> "object";
      case Value.Sequence _ -> "array";
      case Value.Scalar scalar when scalar.isNull() -> "null";
      case Value.Scalar scalar when !scalar.plain() -> "string";
      case Value.Scalar scalar when scalar.text().matches("true|false") -> "boolean";
      case Value.Scalar scalar when scalar.text().matches("[-+]?[0-9]+") -> "integer";
      case Value.Scalar _ -> "string";
    };
  }
}
