package dev.plumbline.resources.addresses;

import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.value.Value;

/** Writes YAML in block style. A plain scalar stays plain, so that it keeps its type. */
final class YamlText {
  private static final String STEP = "  ";

  private YamlText() {}

  static String of(Value value) {
    StringBuilder text = new StringBuilder();
    write(value, "", text);
    return text.toString();
  }

  private static void write(Value value, String indent, StringBuilder text) {
    switch (value) {
      case Value.Scalar scalar -> text.append(indent).append(scalar(scalar)).append('\n');
      case Value.Sequence sequence when sequence.items().isEmpty() ->
          text.append(indent).append("[]\n");
      case Value.Mapping mapping when mapping.entries().isEmpty() ->
          text.append(indent).append("{}\n");
      case Value.Sequence sequence ->
          sequence.items().forEach(item -> entry(indent + "-", item, indent, text));
      case Value.Mapping mapping ->
          mapping
              .entries()
              .forEach((key, each) ->
                  entry(indent + quotedIfNeeded(key) + ":", each.value(), indent, text));
    }
  }

  private static void entry(String head, Value value, String indent, StringBuilder text) {
    text.append(head);
    if (value instanceof Value.Scalar || isEmpty(value)) {
      write(value, " ", text);
    } else {
      text.append('\n');
      write(value, indent + STEP, text);
    }
  }

  private static boolean isEmpty(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.text().isEmpty();
      case Value.Sequence sequence -> sequence.items().isEmpty();
      case Value.Mapping mapping -> mapping.entries().isEmpty();
    };
  }

  private static String scalar(Value.Scalar scalar) {
    return scalar.plain() ? scalar.text() : quoted(scalar.text());
  }

  private static String quotedIfNeeded(String key) {
    return key.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*") ? key : quoted(key);
  }

  /** JSON's texts are YAML's in double quotes. */
  static String quoted(String text) {
    return new Json.Text(text).canonical();
  }
}
