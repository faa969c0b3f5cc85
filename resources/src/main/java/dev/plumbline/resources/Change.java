package dev.plumbline.resources;

import org.jspecify.annotations.Nullable;

/**
 * One attribute that differs between what a resource must be and what it is. A null side means that
 * the attribute is absent.
 */
public sealed interface Change {
  String attribute();

  /** Both sides are known now. */
  record Certain(String attribute, @Nullable String from, @Nullable String to) implements Change {}

  /** Text of several lines, shown as a unified diff. */
  record Text(String attribute, @Nullable String from, @Nullable String to) implements Change {}

  /**
   * The new value only exists after the step has run.
   *
   * @param source where it will come from, for example {@code apt update}
   */
  record KnownAfterApply(String attribute, @Nullable String from, String source)
      implements Change {}

  /** The attribute is a secret: that it differs is all that is said. */
  record Hidden(String attribute) implements Change {}

  static Change of(String attribute, @Nullable Object from, @Nullable Object to) {
    return new Certain(
        attribute, from == null ? null : from.toString(), to == null ? null : to.toString());
  }
}
