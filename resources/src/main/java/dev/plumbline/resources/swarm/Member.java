package dev.plumbline.resources.swarm;

import dev.plumbline.resources.host.engine.SwarmNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a swarm must say of one of its nodes.
 *
 * @param hostname what the node calls itself
 */
public record Member(
    String hostname,
    Role role,
    Optional<SwarmNode.Availability> availability,
    Map<String, String> labels) {
  public Member {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }
}
