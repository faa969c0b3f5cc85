package dev.plumbline.controller.client;

import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import java.util.List;
import java.util.Optional;

/** One thing that happened during a plan, an apply or a drift check, in the order of events. */
public sealed interface RunEvent {
  /** A run began. */
  record Started(String run, long generation) implements RunEvent {}

  /**
   * Another run holds the cluster's lease; this one waits.
   *
   * @param holder who holds it, since when and what for
   */
  record LeaseHeld(String holder) implements RunEvent {}

  /** A node changed its state within the run; {@code note} may say why. */
  record State(String node, NodeState state, String note) implements RunEvent {}

  /** What would be done, or is about to be done, on a node. */
  record Planned(String node, Plan plan) implements RunEvent {}

  /**
   * What a node does now.
   *
   * @param resource empty while nothing in particular
   */
  record Working(String node, Optional<ResourceId> resource, String now) implements RunEvent {}

  /** A step ended. */
  record StepDone(String node, ResourceId resource, Outcome outcome) implements RunEvent {}

  /**
   * A node has carried out one revision of its catalog.
   *
   * @param unchanged resources that agreed from the start
   */
  record Applied(String node, long revision, int unchanged, long durationMs) implements RunEvent {}

  /** Something is wrong with a node as a whole, or with the run if {@code node} is empty. */
  record Failed(String node, String message, String remedy) implements RunEvent {}

  /** The run is over. */
  record Done(int exitCode, List<NodeSummary> nodes) implements RunEvent {
    public Done {
      nodes = List.copyOf(nodes);
    }
  }
}
