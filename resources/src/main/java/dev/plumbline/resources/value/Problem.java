package dev.plumbline.resources.value;

/**
 * One thing that is wrong with what the user wrote.
 *
 * @param id a stable kebab-case name of the rule that was broken
 * @param origin where it is wrong
 * @param message what is wrong and, where it can be said, what would be right
 */
public record Problem(String id, Origin origin, String message) {
  @Override
  public String toString() {
    return origin + ": " + message;
  }
}
