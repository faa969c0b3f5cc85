package dev.plumbline.resources.users;

import java.util.regex.Pattern;

/**
 * What a user may do through sudo.
 *
 * @param written {@code nopasswd}, {@code password}, or a rule as in sudoers(5) without the user
 */
public record SudoRule(String written) {
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9_.-]+\\s*=\\s*\\S[^\\p{Cntrl}]*");

  /**
   * @throws IllegalArgumentException if the text cannot be a rule; whether it is one, sudo says on
   *     the node
   */
  public static SudoRule parse(String text) {
    if (!text.equals("nopasswd")
        && !text.equals("password")
        && (!RULE.matcher(text).matches() || text.endsWith("\\"))) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a sudo rule: nopasswd, password, or one such as 'ALL=(root) NOPASSWD: /usr/bin/apt'");
    }
    return new SudoRule(text);
  }

  /** The rule as in sudoers(5), without the user. */
  String rule() {
    return switch (written) {
      case "nopasswd" -> "ALL=(ALL:ALL) NOPASSWD: ALL";
      case "password" -> "ALL=(ALL:ALL) ALL";
      default -> written;
    };
  }

  @Override
  public String toString() {
    return written;
  }
}
