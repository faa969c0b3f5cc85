package dev.plumbline.controller.cli.render;

/** How much room text takes on a terminal. */
public final class Lengths {
  private Lengths() {}

  /** Columns that a text takes, not counting colour sequences. */
  public static int visible(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); ) {
      int end = escapeEnd(text, i);
      if (end > i) {
        i = end;
      } else {
        columns++;
        i += Character.charCount(text.codePointAt(i));
      }
    }
    return columns;
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - visible(text)));
  }

  /** The text cut to so many columns; colour sequences stay whole. */
  public static String cut(String text, int width) {
    if (visible(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int columns = 0;
    for (int i = 0; i < text.length(); ) {
      int end = escapeEnd(text, i);
      if (end > i) {
        kept.append(text, i, end);
        i = end;
        continue;
      }
      int next = i + Character.charCount(text.codePointAt(i));
      if (columns < width - 1) {
        kept.append(text, i, next);
      } else if (columns == width - 1) {
        kept.append('…');
      }
      columns++;
      i = next;
    }
    return kept.toString();
  }

  private static int escapeEnd(String text, int start) {
    if (text.charAt(start) != '\u001b') {
      return start;
    }
    int end = text.indexOf('m', start);
    return end < 0 ? start : end + 1;
  }
}
