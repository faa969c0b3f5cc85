package dev.plumbline.resources.codec;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Canonical JSON (RFC 8785), so far as specs need it: objects with sorted keys, arrays, strings,
 * whole numbers, booleans. Java compares strings by UTF-16 code units, as the RFC sorts keys.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * @param members values that are JSON already, by key
   */
  public static String object(Map<String, String> members) {
    return new TreeMap<>(members)
        .entrySet().stream()
            .map(member -> string(member.getKey()) + ":" + member.getValue())
            .collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * @param items values that are JSON already
   */
  public static String array(List<String> items) {
    return items.stream().collect(Collectors.joining(",", "[", "]"));
  }

  /** A JSON string, escaped as little as RFC 8785 §3.2.2.2 allows. */
  public static String string(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2);
    string(text, json);
    return json.toString();
  }

  static void string(String text, StringBuilder json) {
    json.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        json.append(text, written, i).append(escaped(c));
        written = i + 1;
      }
    }
    json.append(text, written, text.length()).append('"');
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) c);
    };
  }
}
