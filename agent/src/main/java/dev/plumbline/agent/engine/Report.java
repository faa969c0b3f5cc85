package dev.plumbline.agent.engine;

import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Set;

/**
 * What came of carrying out a plan.
 *
 * @param steps the outcomes in the order of the plan
 * @param unchanged how many resources agreed from the start
 * @param exports what the node publishes now
 * @param unmanaged resources that left the catalog and stay
 * @param owed reactions that are still to be made
 * @param toWithdraw resources that left the catalog and still have to go
 */
public record Report(
    List<Step> steps,
    int unchanged,
    List<Planning.Published> exports,
    List<ResourceId> unmanaged,
    Owed owed,
    Set<ResourceId> toWithdraw) {
  public Report {
    steps = List.copyOf(steps);
    exports = List.copyOf(exports);
    unmanaged = List.copyOf(unmanaged);
    toWithdraw = Set.copyOf(toWithdraw);
  }

  /** The outcome of one step. */
  public record Step(ResourceId id, Outcome outcome) {}
}
