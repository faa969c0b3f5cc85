package dev.plumbline.resources;

/**
 * A value that a resource publishes for other nodes.
 *
 * @param attribute which value, for example {@code public_key}
 * @param secret whether the value must never reach a disk, a log or a report
 */
public record Export(String attribute, String value, boolean secret) {
  public static Export plain(String attribute, String value) {
    return new Export(attribute, value, false);
  }

  public static Export secret(String attribute, String value) {
    return new Export(attribute, value, true);
  }

  @Override
  public String toString() {
    return attribute + "=" + (secret ? "(secret)" : value);
  }
}
