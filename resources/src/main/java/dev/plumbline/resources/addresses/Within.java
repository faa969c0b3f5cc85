package dev.plumbline.resources.addresses;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time to wait, in whole seconds.
 *
 * @param seconds 5 to 600
 */
public record Within(int seconds) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,4})(s|m)");

  public Within {
    if (seconds < 5 || seconds > 600) {
      throw new IllegalArgumentException("a change may be confirmed within 5s to 10m");
    }
  }

  /**
   * Reads {@code 30s} or {@code 2m}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Within parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a time such as 30s or 2m");
    }
    return new Within(Integer.parseInt(matcher.group(1)) * (matcher.group(2).equals("m") ? 60 : 1));
  }

  Duration duration() {
    return Duration.ofSeconds(seconds);
  }

  @Override
  public String toString() {
    return seconds + "s";
  }
}
