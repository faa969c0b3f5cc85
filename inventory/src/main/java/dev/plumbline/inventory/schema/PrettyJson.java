package dev.plumbline.inventory.schema;

import dev.plumbline.resources.codec.CanonicalJson;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as JSON for people to read. */
final class PrettyJson {
  private static final int WIDTH = 100;

  private PrettyJson() {}

  static String write(Object value) {
    return write(value, "") + "\n";
  }

  private static String write(Object value, String indent) {
    String line = inline(value);
    return indent.length() + line.length() <= WIDTH ? line : block(value, indent);
  }

  private static String inline(Object value) {
    StringBuilder json = new StringBuilder();
    switch (value) {
      case Map<?, ?> map -> {
        map.forEach((key, item) ->
            json.append(json.isEmpty() ? "{" : ", ")
                .append(CanonicalJson.string((String) key))
                .append(": ")
                .append(inline(item)));
        json.append(json.isEmpty() ? "{}" : "}");
      }
      case List<?> list -> {
        list.forEach(item -> json.append(json.isEmpty() ? "[" : ", ").append(inline(item)));
        json.append(json.isEmpty() ? "[]" : "]");
      }
      case String text -> json.append(CanonicalJson.string(text));
      default -> json.append(value);
    }
    return json.toString();
  }

  private static String block(Object value, String indent) {
    String inner = indent + "  ";
    StringBuilder json = new StringBuilder();
    switch (value) {
      case Map<?, ?> map -> {
        map.forEach((key, item) ->
            json.append(json.isEmpty() ? "{\n" : ",\n")
                .append(inner)
                .append(CanonicalJson.string((String) key))
                .append(": ")
                .append(write(item, inner)));
        json.append('\n').append(indent).append('}');
      }
      case List<?> list -> {
        list.forEach(item ->
            json.append(json.isEmpty() ? "[\n" : ",\n").append(inner).append(write(item, inner)));
        json.append('\n').append(indent).append(']');
      }
      default -> json.append(inline(value));
    }
    return json.toString();
  }
}
