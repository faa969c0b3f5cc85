package dev.plumbline.resources.host.engine;

import java.util.List;

/**
 * What an engine says of itself in its swarm.
 *
 * @param nodeId empty if it is in none
 * @param address under which others reach it, without port; empty if it is in none
 * @param error what is wrong; empty if nothing is
 * @param managers addresses of the swarm's managers, with port
 */
public record SwarmDetails(
    State state, String nodeId, String address, String error, List<String> managers) {
  public SwarmDetails {
    managers = List.copyOf(managers);
  }

  /** How far it has come. */
  public enum State {
    INACTIVE,
    PENDING,
    ACTIVE,
    ERROR,
    /** Its keys are encrypted and wait for a person. */
    LOCKED
  }
}
