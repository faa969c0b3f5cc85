package dev.plumbline.resources;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A spec that breaks its own rules; the codec turns each violation into a Problem at its place in
 * the inventory.
 */
public final class InvalidSpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient List<Checks.Violation> violations;

  public InvalidSpecException(List<Checks.Violation> violations) {
    super(violations.stream().map(Checks.Violation::message).collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  public List<Checks.Violation> violations() {
    return violations;
  }
}
