package dev.plumbline.inventory.job;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time with units: {@code 90s}, {@code 20m}, {@code 1h30m}, {@code 2d}. */
public record TimeSpan(Duration duration) {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");

  /**
   * Reads a length of time.
   *
   * @throws IllegalArgumentException if it has no unit, another form, or is nothing
   */
  public static TimeSpan parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a length of time with a unit, such as 90s, 20m or 1h30m"
              + (text.matches("\\d{1,9}") ? " (did you mean '" + text + "s'?)" : ""));
    }
    Duration duration =
        Duration.ofDays(number(parts, 1))
            .plusHours(number(parts, 2))
            .plusMinutes(number(parts, 3))
            .plusSeconds(number(parts, 4));
    if (duration.isZero()) {
      throw new IllegalArgumentException("'" + text + "' is no time at all");
    }
    return new TimeSpan(duration);
  }

  private static long number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** The shortest text of the same length. */
  @Override
  public String toString() {
    return part(duration.toDays(), "d")
        + part(duration.toHoursPart(), "h")
        + part(duration.toMinutesPart(), "m")
        + part(duration.toSecondsPart(), "s");
  }

  private static String part(long number, String unit) {
    return number == 0 ? "" : number + unit;
  }
}
