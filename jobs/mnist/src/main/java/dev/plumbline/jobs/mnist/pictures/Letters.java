package dev.plumbline.jobs.mnist.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Letters of 5 × 7 dots, from the file letters.txt: five columns, the top dot in the lowest bit.
 */
final class Letters {
  static final int HEIGHT = 7;

  /** How many pixels of the picture a dot has in each direction. */
  static final int SCALE = 2;

  /** Dots from one letter to the next. */
  static final int ADVANCE = 6;

  private static final int WIDTH = 5;
  private static final Map<Character, byte[]> ALL = read();

  private Letters() {}

  /** The columns of a letter; empty ones for a letter that is not there. */
  static byte[] columns(char letter) {
    return ALL.getOrDefault(letter, new byte[WIDTH]);
  }

  /** How many pixels of the picture a text takes. */
  static int width(String text) {
    return text.length() * ADVANCE * SCALE;
  }

  private static Map<Character, byte[]> read() {
    try (InputStream in = Letters.class.getResourceAsStream("letters.txt")) {
      if (in == null) {
        throw new IllegalStateException("letters.txt is missing in the jar");
      }
      Map<Character, byte[]> letters = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .forEach(line -> letters.put(line.charAt(0), HexFormat.of().parseHex(line.substring(2))));
      return letters;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
