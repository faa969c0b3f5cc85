package dev.plumbline.controller.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that a decision about one job may depend on.
 *
 * @param now for the record
 * @param ticks monotonic, nanoseconds
 * @param phaseSince when the job entered its phase, on the same clock; of a job that ran before
 *     this process began, as long ago as it was
 * @param nodes of every place
 * @param standings of every node of the inventory, in its order
 * @param nonce what the nodes say to each other in the checks of this attempt
 * @param secretsAtHand whether the values of its secrets are in memory
 * @param generation of the inventory
 */
public record JobView(
    JobRecord job,
    Instant now,
    long ticks,
    long phaseSince,
    Map<String, NodeSight> nodes,
    List<Standing> standings,
    String nonce,
    boolean secretsAtHand,
    long generation,
    Deadlines deadlines) {
  public JobView {
    nodes = Map.copyOf(nodes);
    standings = List.copyOf(standings);
  }

  NodeSight node(Place place) {
    return Objects.requireNonNull(nodes.get(place.node()), place.node());
  }

  boolean elapsed(long since, Duration limit) {
    return ticks - since >= limit.toNanos();
  }

  boolean inPhaseFor(Duration limit) {
    return elapsed(phaseSince, limit);
  }

  /** Whether a node has been away for so long that it does not count any more. */
  boolean isLost(Place place) {
    NodeSight node = node(place);
    return !node.live() && elapsed(node.since(), deadlines.nodeLost());
  }
}
