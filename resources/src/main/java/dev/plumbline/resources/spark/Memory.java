package dev.plumbline.resources.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory.
 *
 * @param mebibytes at least 1
 */
public record Memory(long mebibytes) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})(MiB|GiB)");
  private static final int OF_A_GIBIBYTE = 1024;

  /**
   * Reads a number with its unit.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Memory parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no amount of memory, for example 512MiB or 2GiB");
    }
    long number = Long.parseLong(matcher.group(1));
    return new Memory(matcher.group(2).equals("GiB") ? number * OF_A_GIBIBYTE : number);
  }

  /** As Spark has it. */
  String spark() {
    return mebibytes + "m";
  }

  @Override
  public String toString() {
    return mebibytes % OF_A_GIBIBYTE == 0 ? mebibytes / OF_A_GIBIBYTE + "GiB" : mebibytes + "MiB";
  }
}
