package dev.plumbline.resources.codec;

import dev.plumbline.resources.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Any JSON value, for text of others that a spec carries along: the keys of a configuration file.
 * Equal values are equal, whatever the order of their keys.
 */
public sealed interface Json {
  /** JSON in its canonical form. */
  String canonical();

  record Text(String text) implements Json {
    @Override
    public String canonical() {
      return CanonicalJson.string(text);
    }
  }

  /**
   * A number.
   *
   * @param digits as JSON writes it; without superfluous zeros
   */
  record Numeral(String digits) implements Json {
    private static final Pattern FORM =
        Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int LONGEST = 40;

    /**
     * @throws IllegalArgumentException if it is no number
     */
    public Numeral {
      if (!isNumber(digits)) {
        throw new IllegalArgumentException("'" + digits + "' is not a number");
      }
      digits = plain(digits);
    }

    static boolean isNumber(String text) {
      return FORM.matcher(text).matches();
    }

    /** 1.0 and 1e0 are 1; what would become too long stays as it is. */
    private static String plain(String digits) {
      if (digits.length() > LONGEST) {
        return digits;
      }
      BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
      return Math.abs((long) number.scale()) > LONGEST ? digits : number.toPlainString();
    }

    @Override
    public String canonical() {
      return digits;
    }
  }

  record Flag(boolean value) implements Json {
    @Override
    public String canonical() {
      return Boolean.toString(value);
    }
  }

  /** JSON's null. */
  record Nothing() implements Json {
    @Override
    public String canonical() {
      return "null";
    }
  }

  record Items(List<Json> items) implements Json {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String canonical() {
      return CanonicalJson.array(items.stream().map(Json::canonical).toList());
    }
  }

  /** Values by key; keeps the order of the text. */
  record Members(Map<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String canonical() {
      Map<String, String> canonical = new LinkedHashMap<>();
      members.forEach((key, value) -> canonical.put(key, value.canonical()));
      return CanonicalJson.object(canonical);
    }
  }

  /**
   * The JSON value that a tree stands for. In YAML, as in JSON, a scalar without quotes that looks
   * like a number, {@code true}, {@code false} or {@code null} is that; every other one is a text.
   */
  static Json of(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar(scalar);
      case Value.Sequence sequence -> new Items(sequence.items().stream().map(Json::of).toList());
      case Value.Mapping mapping -> {
        Map<String, Json> members = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> members.put(key, of(entry.value())));
        yield new Members(members);
      }
    };
  }

  private static Json scalar(Value.Scalar scalar) {
    if (scalar.isNull()) {
      return new Nothing();
    }
    if (scalar.plain()) {
      if (Numeral.isNumber(scalar.text())) {
        return new Numeral(scalar.text());
      }
      if (scalar.text().equals("true") || scalar.text().equals("false")) {
        return new Flag(scalar.text().equals("true"));
      }
    }
    return new Text(scalar.text());
  }

  /** JSON over several lines, two blanks per level, with the keys in their order. */
  default String pretty() {
    return pretty("\n") + "\n";
  }

  private String pretty(String indent) {
    String inner = indent + "  ";
    List<String> parts = new ArrayList<>();
    return switch (this) {
      case Members object when !object.members().isEmpty() -> {
        object
            .members()
            .forEach(
                (key, value) -> parts.add(CanonicalJson.string(key) + ": " + value.pretty(inner)));
        yield "{" + inner + String.join("," + inner, parts) + indent + "}";
      }
      case Items array when array.items().stream().anyMatch(Json::isNested) -> {
        array.items().forEach(item -> parts.add(item.pretty(inner)));
        yield "[" + inner + String.join("," + inner, parts) + indent + "]";
      }
      case Items array -> {
        array.items().forEach(item -> parts.add(item.canonical()));
        yield "[" + String.join(", ", parts) + "]";
      }
      case Members _, Text _, Numeral _, Flag _, Nothing _ -> canonical();
    };
  }

  private boolean isNested() {
    return switch (this) {
      case Members _, Items _ -> true;
      case Text _, Numeral _, Flag _, Nothing _ -> false;
    };
  }
}
