package dev.plumbline.controller.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The cluster as the controller knows it.
 *
 * @param generation the inventory version that was applied last; 0 if there was none
 * @param controller build, process and address, for people
 */
public record Status(String cluster, long generation, String controller, List<Node> nodes) {
  public Status {
    nodes = List.copyOf(nodes);
  }

  /**
   * One node.
   *
   * @param since when {@code connected} last changed; empty if it never did
   * @param note why the state is what it is; empty if there is nothing to say
   * @param applied when the last apply ended; empty if there was none
   * @param build the agent's build; empty if the agent has never connected
   * @param unfinished what failed or waits since the last apply
   */
  public record Node(
      String name,
      String address,
      boolean connected,
      Optional<Instant> since,
      NodeState state,
      String note,
      long generation,
      long revision,
      Optional<Instant> applied,
      String build,
      List<RunEvent.StepDone> unfinished) {
    public Node {
      unfinished = List.copyOf(unfinished);
    }
  }
}
