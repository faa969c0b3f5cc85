package dev.plumbline.inventory.connect;

/**
 * What ssh can be told to dial: an IP address, a DNS name, a name of {@code ~/.ssh/config}.
 *
 * @param text never begins with a hyphen, so that no program takes it for an option
 */
public record Host(String text) {
  /**
   * Reads a host.
   *
   * @throws IllegalArgumentException if it has other characters than a host can have
   */
  public static Host parse(String text) {
    boolean sound =
        !text.isEmpty()
            && text.charAt(0) != '-'
            && text.chars()
                .allMatch(
                    c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.:%".indexOf(c) >= 0));
    if (!sound) {
      throw new IllegalArgumentException("'" + text + "' is not an IP address or a host name");
    }
    return new Host(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
