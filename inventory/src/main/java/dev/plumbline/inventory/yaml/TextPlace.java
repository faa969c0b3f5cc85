package dev.plumbline.inventory.yaml;

import dev.plumbline.resources.value.Origin;
import org.yaml.snakeyaml.error.Mark;

/** Places in a text, counted from 1. */
final class TextPlace {
  private TextPlace() {}

  static Origin of(String source, Mark mark) {
    return new Origin(source, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The place just behind a text. */
  static Origin end(String source, String text) {
    int line = 1;
    int start = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
      line++;
      start = at + 1;
    }
    return new Origin(source, line, text.codePointCount(start, text.length()) + 1);
  }

  /** The place of the first tab in the indentation of a line, or 0 if there is none. */
  static int tabInIndent(String text, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return 0;
      }
    }
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\t') {
        return at - start + 1;
      }
      if (c != ' ') {
        return 0;
      }
    }
    return 0;
  }
}
