package dev.plumbline.controller.run;

import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.NodeState;
import dev.plumbline.controller.model.NodeSummary;
import java.util.List;

/** One thing that happened during a run. */
public sealed interface RunEvent {
  record Started(long run, long generation) implements RunEvent {}

  /**
   * An apply has to wait for another.
   *
   * @param holder who holds the lease, since when, what for
   */
  record LeaseHeld(String holder) implements RunEvent {}

  record State(String node, NodeState state, String note) implements RunEvent {}

  /** What an agent said about its part of the run. */
  record Said(String node, AgentMessage.OfRequest message) implements RunEvent {}

  /** A node cannot take part, or no longer. */
  record Failure(String node, String message, String remedy) implements RunEvent {}

  /** The last event of a run. */
  record Done(int exitCode, List<NodeSummary> nodes) implements RunEvent {
    public Done {
      nodes = List.copyOf(nodes);
    }
  }
}
