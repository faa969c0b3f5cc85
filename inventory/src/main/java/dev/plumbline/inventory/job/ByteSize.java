package dev.plumbline.inventory.job;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory with a unit: {@code 512MiB}, {@code 1GiB}; {@code MB} and the like are powers
 * of ten.
 */
public record ByteSize(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\s?([A-Za-z]*)");
  private static final Map<String, Long> UNITS = units();

  /**
   * Reads an amount.
   *
   * @throws IllegalArgumentException if it has no unit, another form, or is nothing
   */
  public static ByteSize parse(String text) {
    Matcher parts = FORM.matcher(text);
    Long unit = parts.matches() ? UNITS.get(parts.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not an amount of memory with a unit, such as 512MiB or 1GiB"
              + (parts.matches() ? guess(parts.group(1), parts.group(2)) : ""));
    }
    long number = Long.parseLong(parts.group(1));
    if (number == 0) {
      throw new IllegalArgumentException("'" + text + "' is no memory at all");
    }
    if (number > Long.MAX_VALUE / unit) {
      throw new IllegalArgumentException("'" + text + "' is more memory than can be counted");
    }
    return new ByteSize(number * unit);
  }

  private static String guess(String number, String unit) {
    String letter = unit.isEmpty() ? "" : unit.substring(0, 1).toUpperCase(Locale.ROOT);
    return UNITS.containsKey(letter + "iB") ? " (did you mean '" + number + letter + "iB'?)" : "";
  }

  private static Map<String, Long> units() {
    Map<String, Long> units = new LinkedHashMap<>();
    long binary = 1;
    long decimal = 1;
    for (String letter : new String[] {"K", "M", "G", "T"}) {
      binary <<= 10;
      decimal *= 1000;
      units.put(letter + "iB", binary);
      units.put(letter.equals("K") ? "kB" : letter + "B", decimal);
    }
    units.put("B", 1L);
    return units;
  }

  /** In the largest unit that gives a whole number. */
  @Override
  public String toString() {
    for (String unit : new String[] {"TiB", "GiB", "MiB", "KiB"}) {
      long size = UNITS.getOrDefault(unit, 1L);
      if (bytes % size == 0) {
        return bytes / size + unit;
      }
    }
    return bytes + "B";
  }
}
