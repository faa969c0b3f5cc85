package dev.plumbline.inventory.state;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Expandable;
import dev.plumbline.resources.InvalidSpecException;
import dev.plumbline.resources.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Expands specs. Where a spec does not ask on which node it stands, equal specs of all nodes expand
 * alike, and only one of them has the work: {@code hosts: {nodes: all}} on 500 nodes.
 */
final class Expansion {
  private final Snapshot snapshot;
  private final Map<Spec, Expanded> shared = new HashMap<>();

  Expansion(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * What a spec expands to.
   *
   * @param spec empty if there are violations
   */
  record Expanded(Optional<Spec> spec, List<Checks.Violation> violations) {}

  Expanded of(Expandable<?> spec, String node) {
    Expanded known = shared.get(spec);
    if (known != null) {
      return known;
    }
    Snapshot.Seen cluster = snapshot.seenFrom(node);
    Expanded expanded = expand(spec, cluster);
    if (!cluster.wasAskedForItself()) {
      shared.put(spec, expanded);
    }
    return expanded;
  }

  private static Expanded expand(Expandable<?> spec, Snapshot.Seen cluster) {
    Checks checks = new Checks();
    List<Checks.Violation> violations = new ArrayList<>();
    Optional<Spec> made = Optional.empty();
    try {
      made = Optional.of(spec.expand(cluster, checks));
    } catch (InvalidSpecException e) {
      violations.addAll(e.violations());
    }
    violations.addAll(checks.violations());
    return new Expanded(violations.isEmpty() ? made : Optional.empty(), violations);
  }
}
