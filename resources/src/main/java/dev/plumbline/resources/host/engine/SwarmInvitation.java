package dev.plumbline.resources.host.engine;

import dev.plumbline.resources.Secret;
import java.util.List;

/**
 * What it takes to join a swarm.
 *
 * @param managers addresses of managers, with port; at least one
 * @param token decides whether the node joins as a worker or as a manager
 */
public record SwarmInvitation(List<String> managers, Secret token) {
  public SwarmInvitation {
    managers = List.copyOf(managers);
  }
}
