package dev.plumbline.resources.plan;

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
 */
public record Plan(
    String node, String catalogHash, List<PlanStep> steps, String observed, int unchanged) {
  public Plan {
    steps = List.copyOf(steps);
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
