package dev.plumbline.inventory.substitution;

import java.util.ArrayList;
import java.util.List;

/** A text with references in it. */
final class Template {
  private static final String OPEN = "${";

  private Template() {}

  /** A piece of a template. */
  sealed interface Part {
    record Text(String text) implements Part {}

    /** {@code ${name}}. */
    record Reference(String name) implements Part {
      @Override
      public String toString() {
        return OPEN + name + "}";
      }
    }

    /** A reference that is never closed or has no name. */
    record Malformed(String text) implements Part {}
  }

  /** Whether there is anything to fill in or to unescape. */
  static boolean isPlain(String text) {
    return text.indexOf(OPEN) < 0;
  }

  static List<Part> parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf(OPEN, at);
      if (open < 0) {
        parts.add(new Part.Text(text.substring(at)));
        break;
      }
      if (open > at && text.charAt(open - 1) == '$') {
        parts.add(new Part.Text(text.substring(at, open - 1) + OPEN));
        at = open + 2;
        continue;
      }
      if (open > at) {
        parts.add(new Part.Text(text.substring(at, open)));
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        parts.add(new Part.Malformed(text.substring(open)));
        break;
      }
      String name = text.substring(open + 2, close);
      parts.add(
          name.isBlank() || name.indexOf(OPEN) >= 0
              ? new Part.Malformed(text.substring(open, close + 1))
              : new Part.Reference(name.strip()));
      at = close + 1;
    }
    return parts;
  }
}
