package dev.plumbline.jobs.mnist.drawn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One way to write a digit.
 *
 * @param strokes points that the pen runs through, in a square of 100 by 100
 */
record DigitShape(int digit, List<List<Point>> strokes) {
  /** All shapes of the file strokes.txt. */
  static List<DigitShape> all() {
    try (InputStream in = DigitShape.class.getResourceAsStream("strokes.txt")) {
      if (in == null) {
        throw new IllegalStateException("strokes.txt is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(DigitShape::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DigitShape parse(String line) {
    String[] strokes = line.substring(2).split("/", -1);
    return new DigitShape(
        line.charAt(0) - '0', Arrays.stream(strokes).map(DigitShape::stroke).toList());
  }

  private static List<Point> stroke(String text) {
    return Arrays.stream(text.strip().split(" ", -1)).map(DigitShape::point).toList();
  }

  private static Point point(String text) {
    int comma = text.indexOf(',');
    return new Point(
        Double.parseDouble(text.substring(0, comma)),
        Double.parseDouble(text.substring(comma + 1)));
  }
}
