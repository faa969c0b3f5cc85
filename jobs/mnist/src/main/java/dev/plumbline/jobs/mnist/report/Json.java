package dev.plumbline.jobs.mnist.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, strings and numbers as JSON; enough for the metrics, and no library. */
final class Json {
  private Json() {}

  static String of(Map<String, Object> object) {
    return write(object, "") + "\n";
  }

  private static String write(Object value, String indent) {
    String deeper = indent + "  ";
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> deeper + quote(e.getKey()) + ": " + write(e.getValue(), deeper))
              .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
      case List<?> list when list.stream().allMatch(Number.class::isInstance) ->
          list.stream()
              .map(item -> write(item, deeper))
              .collect(Collectors.joining(", ", "[", "]"));
      case List<?> list ->
          list.stream()
              .map(item -> deeper + write(item, deeper))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
      case Number number -> number(number);
      default -> quote(value);
    };
  }

  private static String number(Number number) {
    if (number instanceof Double value && !Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no " + value);
    }
    return number.toString();
  }

  private static String quote(Object text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toString().toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
