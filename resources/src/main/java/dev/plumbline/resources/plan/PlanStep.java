package dev.plumbline.resources.plan;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Set;

/** One thing that a plan does, or says why it does not. */
public sealed interface PlanStep {
  ResourceId id();

  /**
   * Removes the changes of one resource.
   *
   * @param settledBy earlier steps of the plan that may settle this one on their own, so that it
   *     may find nothing left to do
   */
  record Apply(ResourceId id, List<Change> changes, Set<ResourceId> settledBy) implements PlanStep {
    public Apply {
      changes = List.copyOf(changes);
      settledBy = Set.copyOf(settledBy);
    }
  }

  /** Takes back what we own whole and the inventory no longer holds. */
  record Withdraw(ResourceId id, List<Change> changes) implements PlanStep {
    public Withdraw {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Happens along with other steps although the inventory does not name it: a package that apt
   * brings along.
   *
   * @param because the kind whose steps cause it
   */
  record SideEffect(ResourceId id, Change change, String because) implements PlanStep {}

  /** A resource that lacks exports of other nodes; reported, never carried out. */
  record Wait(ResourceId id, Set<ExportKey> on) implements PlanStep {
    public Wait {
      on = Set.copyOf(on);
    }
  }

  /** A resource that could not be observed, or must not be changed. */
  record Fail(ResourceId id, String message, String remedy) implements PlanStep {}

  /** A resource that differs, but needs one that fails; reported, never carried out. */
  record Skip(ResourceId id, String reason) implements PlanStep {}
}
