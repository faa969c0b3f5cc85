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
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
