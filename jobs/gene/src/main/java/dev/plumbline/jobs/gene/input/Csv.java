package dev.plumbline.jobs.gene.input;

import java.util.ArrayList;
import java.util.List;

/** Lines of comma-separated values (RFC 4180), without line breaks inside of values. */
final class Csv {
  private Csv() {}

  /** The values of a line, without their quotes. */
  static List<String> split(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int index = 0; index < line.length(); index++) {
      char next = line.charAt(index);
      if (next == '"') {
        boolean doubled = quoted && index + 1 < line.length() && line.charAt(index + 1) == '"';
        if (doubled) {
          value.append('"');
          index++;
        } else {
          quoted = !quoted;
        }
      } else if (next == ',' && !quoted) {
        values.add(value.toString());
        value.setLength(0);
      } else if (next != '\r') {
        value.append(next);
      }
    }
    values.add(value.toString());
    return values;
  }
}
