package dev.plumbline.controller.cli.render;

/** Text from elsewhere, made harmless for a terminal: a file on a node may hold any bytes. */
public final class Printable {
  private Printable() {}

  /** One line: line ends and other control characters are shown as escapes. */
  public static String line(String text) {
    StringBuilder shown = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || isInvisible(c)) {
        if (shown == null) {
          shown = new StringBuilder(text.length() + 8).append(text, 0, i);
        }
        shown.append(escape(c));
      } else if (shown != null) {
        shown.append(c);
      }
    }
    return shown == null ? text : shown.toString();
  }

  /** One line, cut to so many characters. */
  public static String shortened(String text, int most) {
    String line = line(text);
    return line.length() <= most ? line : line.substring(0, Math.max(0, most - 1)) + "…";
  }

  /** Direction marks reorder what stands around them, so that a reader sees something else. */
  private static boolean isInvisible(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", (int) c);
    };
  }
}
