package dev.plumbline.resources.block;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One line of a file, byte for byte: files of unknown encoding come out as they went in.
 *
 * @param raw one char per byte (ISO 8859-1), with the line's end
 */
public record Line(String raw) {
  /** The lines of a file; the last may lack its end. */
  public static List<Line> of(byte[] content) {
    String all = new String(content, StandardCharsets.ISO_8859_1);
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < all.length(); ) {
      int newline = all.indexOf('\n', at);
      int end = newline < 0 ? all.length() : newline + 1;
      lines.add(new Line(all.substring(at, end)));
      at = end;
    }
    return lines;
  }

  /** A new line that holds the text in UTF-8; it takes the line end of the file that it joins. */
  public static Line of(String text) {
    return of(text, "");
  }

  static Line of(String text, String end) {
    return new Line(
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + end);
  }

  static byte[] join(List<Line> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lines.forEach(line -> bytes.writeBytes(line.raw.getBytes(StandardCharsets.ISO_8859_1)));
    return bytes.toByteArray();
  }

  /** The text without the line's end; bytes that are not UTF-8 become U+FFFD. */
  public String text() {
    String bytes = raw.substring(0, raw.length() - end().length());
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** The same line with another text and its own end. */
  public Line withText(String text) {
    return of(text, end());
  }

  /** LF, CR LF, or nothing. */
  String end() {
    if (raw.endsWith("\r\n")) {
      return "\r\n";
    }
    return raw.endsWith("\n") ? "\n" : "";
  }

  Line withEnd(String end) {
    return Objects.equals(end, end())
        ? this
        : new Line(raw.substring(0, raw.length() - end().length()) + end);
  }
}
