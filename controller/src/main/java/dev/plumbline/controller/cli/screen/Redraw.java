package dev.plumbline.controller.cli.screen;

import dev.plumbline.controller.cli.render.Lengths;
import java.util.List;

/** The sequences that draw some lines over those that were drawn before. */
final class Redraw {
  private static final String ESC = "\u001b[";

  /** Shows the cursor and wraps long lines again. */
  static final String NORMAL = ESC + "?25h" + ESC + "?7h";

  private static final String DRAWING = ESC + "?25l" + ESC + "?7l";

  private List<String> shown = List.of();

  boolean isEmpty() {
    return shown.isEmpty();
  }

  String drawn(List<String> lines, int columns) {
    StringBuilder text = new StringBuilder(DRAWING).append(home(columns));
    for (String line : lines) {
      text.append(ESC).append("2K").append(line).append('\n');
    }
    text.append(ESC).append('J');
    shown = lines;
    return text.toString();
  }

  /** Removes the lines; the cursor stands where the first of them was. */
  String cleared(int columns) {
    if (shown.isEmpty()) {
      return "";
    }
    String text = home(columns) + ESC + "J" + NORMAL;
    shown = List.of();
    return text;
  }

  /** A terminal that became narrower has broken the lines that it shows. */
  private String home(int columns) {
    int rows = 0;
    for (String line : shown) {
      rows += Math.max(1, (Lengths.visible(line) + columns - 1) / columns);
    }
    return rows == 0 ? "\r" : "\r" + ESC + rows + "A";
  }
}
