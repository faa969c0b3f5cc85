package dev.plumbline.resources;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with one spec, so that a user hears all of it at once. A
 * compact constructor makes one, adds to it, and ends with {@link #done()}.
 */
public final class Checks {
  private final List<Violation> violations = new ArrayList<>();

  /**
   * One broken rule.
   *
   * @param id a stable kebab-case name of the rule, for example {@code user-uid-range}
   * @param component the record component that breaks it, as the inventory writes it; a key within
   *     a map or an index within a list follows after a dot: {@code labels.zone}; empty for the
   *     whole spec
   * @param message a sentence fragment that follows the position: "uid 70000000000 is out of range
   *     0 to 4294967294"
   */
  public record Violation(String id, String component, String message) {}

  /** Adds a violation unless the rule holds. */
  public Checks that(boolean holds, String id, String component, String message) {
    if (!holds) {
      violations.add(new Violation(id, component, message));
    }
    return this;
  }

  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /**
   * Ends a compact constructor.
   *
   * @throws InvalidSpecException if any rule was broken
   */
  public void done() {
    if (!violations.isEmpty()) {
      throw new InvalidSpecException(violations);
    }
  }
}
