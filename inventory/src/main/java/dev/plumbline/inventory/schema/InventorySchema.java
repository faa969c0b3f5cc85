package dev.plumbline.inventory.schema;

import static dev.plumbline.inventory.schema.ShapeSchema.anyOf;
import static dev.plumbline.inventory.schema.ShapeSchema.fields;
import static dev.plumbline.inventory.schema.ShapeSchema.ordered;

import dev.plumbline.inventory.connect.Connect;
import dev.plumbline.inventory.document.Document;
import dev.plumbline.inventory.document.GroupEntry;
import dev.plumbline.inventory.document.LocalDocument;
import dev.plumbline.inventory.document.NodeEntry;
import dev.plumbline.inventory.state.StateEntry;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.codec.Shape;
import dev.plumbline.resources.codec.SpecCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema (draft 7, which editors of YAML know) of inventories. */
public final class InventorySchema {
  private static final Map<String, Object> NAME =
      ordered("description", "The name.", "type", List.of("string", "number", "boolean"));

  private final Map<String, Object> definitions = ordered();

  private InventorySchema(Registry registry) {
    definitions.put(
        "after",
        anyOf(
            ordered(
                "description",
                StateEntry.AFTER_DOC,
                "type",
                "array",
                "items",
                ordered("type", "string")),
            ordered("type", List.of("string", "null"))));
    definitions.put(
        "vars",
        ordered(
            "type",
            List.of("object", "null"),
            "additionalProperties",
            ordered("type", List.of("string", "number", "boolean", "null"))));
    definitions.put("connect", fields(shape(Connect.class), Map.of(), Map.of()));
    definitions.put("state", state(registry));
  }

  /** The schema of {@code inventory.yaml}. */
  public static String inventory(Registry registry) {
    InventorySchema schema = new InventorySchema(registry);
    Map<String, Object> node = schema.part(NodeEntry.class);
    node.put("required", List.of("address"));
    node.put("type", "object");
    Map<String, Object> root =
        schema.document(Document.class, node, schema.part(GroupEntry.class), "Plumbline inventory");
    root.put("type", "object");
    root.put("required", List.of("cluster", "nodes"));
    root.put("definitions", schema.definitions);
    return PrettyJson.write(root);
  }

  /** The schema of {@code inventory.local.yaml}. */
  public static String local(Registry registry) {
    InventorySchema schema = new InventorySchema(registry);
    Map<String, Object> part = schema.part(LocalDocument.Part.class);
    Map<String, Object> root =
        schema.document(LocalDocument.class, part, part, "Plumbline inventory, local settings");
    root.put("type", "object");
    root.put("definitions", schema.definitions);
    return PrettyJson.write(root);
  }

  private Map<String, Object> document(
      Class<? extends Record> type,
      Map<String, Object> node,
      Map<String, Object> group,
      String title) {
    definitions.put("node", node);
    definitions.put("group", group);
    Map<String, Object> schema =
        ordered("$schema", "http://json-schema.org/draft-07/schema#", "title", title);
    schema.putAll(
        fields(
            shape(type),
            Map.of("vars", reference("vars"), "nodes", byName("node"), "groups", byName("group")),
            Map.of()));
    return schema;
  }

  /** What stands under the name of a node or group. */
  private Map<String, Object> part(Class<? extends Record> type) {
    return fields(
        shape(type),
        Map.of(
            "vars", reference("vars"),
            "connect", reference("connect"),
            "state", reference("state")),
        Map.of());
  }

  private static Map<String, Object> state(Registry registry) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    for (ResourceType<?> type : registry.all()) {
      kinds.put(type.plural(), kind(type));
    }
    return ordered(
        "type", List.of("object", "null"), "properties", kinds, "additionalProperties", false);
  }

  private static Map<String, Object> kind(ResourceType<?> type) {
    Shape.Fields shape = type.codec().shape();
    Map<String, Object> entry = fields(shape, Map.of(), Map.of("after", reference("after")));
    return switch (type.cardinality()) {
      case ONE -> entry;
      case MANY ->
          anyOf(
              ordered("type", List.of("object", "null"), "additionalProperties", entry),
              ordered("type", "array", "items", anyOf(NAME, listed(shape))),
              NAME);
    };
  }

  /** An entry of a list of named things. */
  private static Map<String, Object> listed(Shape.Fields shape) {
    Shape.Fields written =
        new Shape.Fields(
            shape.type(),
            shape.constructor(),
            shape.fields().stream().map(Shape.Field::withoutShorthand).toList());
    Map<String, Object> entry =
        fields(written, Map.of(), ordered("name", NAME, "after", reference("after")));
    entry.put("type", "object");
    entry.put("required", List.of("name"));
    return entry;
  }

  private static Map<String, Object> byName(String definition) {
    return ordered(
        "type", List.of("object", "null"), "additionalProperties", reference(definition));
  }

  /** Draft 7 ignores what stands beside a reference, so it gets an object of its own. */
  private static Map<String, Object> reference(String definition) {
    return ordered("allOf", List.of(ordered("$ref", "#/definitions/" + definition)));
  }

  private static Shape.Fields shape(Class<? extends Record> type) {
    return SpecCodec.of(type).shape();
  }
}
