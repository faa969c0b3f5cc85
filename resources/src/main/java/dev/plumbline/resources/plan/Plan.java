package dev.plumbline.resources.plan;

import dev.plumbline.resources.ResourceId;
import java.util.List;

/**
 * The ordered steps that would make a node what its catalog says. Pure data.
 *
 * @param node the node's name
 * @param catalogHash the hash of the catalog that was planned
 * @param steps in the order in which they would be carried out
 * @param observed SHA-256 over all observations, lower-case hexadecimal: an unchanged node gives
 *     the same hash again
 * @param unchanged how many resources agree already
 * @param unmanaged resources that left the catalog since the last apply and stay as they are
 */
public record Plan(
    String node,
    String catalogHash,
    List<PlanStep> steps,
    String observed,
    int unchanged,
    List<ResourceId> unmanaged) {
  public Plan {
    steps = List.copyOf(steps);
    unmanaged = List.copyOf(unmanaged);
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
