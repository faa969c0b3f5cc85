package dev.plumbline.resources.files;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The permission bits of a file, written as four octal digits.
 *
 * @param bits 0 to 07777
 */
public record FileMode(int bits) {
  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-7]{4}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Set<Integer> USUAL =
      Set.of(0600, 0640, 0644, 0664, 0700, 0750, 0755, 0775, 01777, 02775);

  /**
   * @throws IllegalArgumentException unless the text is four octal digits. Three are refused: a
   *     YAML tool that takes 0644 for a number writes 420.
   */
  public static FileMode parse(String text) {
    if (!FOUR_DIGITS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a mode: four octal digits, such as \"0644\"" + guess(text));
    }
    return new FileMode(Integer.parseInt(text, 8));
  }

  /** A decimal number that is a usual mode was one; three octal digits lack the first. */
  private static String guess(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return "";
    }
    int number = Integer.parseInt(text);
    if (USUAL.contains(number)) {
      return String.format(" (did you mean \"%04o\", which is %d in decimal?)", number, number);
    }
    return FOUR_DIGITS.matcher("0" + text).matches() ? " (did you mean \"0" + text + "\"?)" : "";
  }

  /** Whether it holds setuid, setgid or sticky, which a change of owner clears. */
  boolean isSpecial() {
    return (bits & 07000) != 0;
  }

  @Override
  public String toString() {
    return String.format("%04o", bits);
  }
}
