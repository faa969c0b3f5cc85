package dev.plumbline.resources.host.engine;

import java.util.Map;
import java.util.Optional;

/**
 * One line of a swarm's list of nodes.
 *
 * @param hostname what its engine calls itself
 * @param address under which the swarm sees it, without port
 * @param down whether the swarm has lost it
 * @param managerAddress where it listens as a manager, with port; empty if it is none
 */
public record SwarmNode(
    String id,
    String hostname,
    String address,
    Role role,
    Availability availability,
    boolean down,
    Map<String, String> labels,
    Optional<String> managerAddress) {
  public SwarmNode {
    labels = Map.copyOf(labels);
  }

  /** What it does in the swarm. */
  public enum Role {
    MANAGER,
    WORKER
  }

  /** Whether the swarm gives it work. */
  public enum Availability {
    ACTIVE,
    /** It keeps the work that it has. */
    PAUSE,
    /** Its work goes to others. */
    DRAIN
  }
}
