package dev.plumbline.resources.host.engine;

import java.util.Map;
import java.util.Optional;

/**
 * What a swarm shall say of a node; what is empty stays as it is.
 *
 * @param labels labels to set; others stay
 */
public record SwarmNodeUpdate(
    Optional<SwarmNode.Role> role,
    Optional<SwarmNode.Availability> availability,
    Map<String, String> labels) {
  public SwarmNodeUpdate {
    labels = Map.copyOf(labels);
  }
}
