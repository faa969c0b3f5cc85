package dev.plumbline.resources.host.engine;

import java.util.Map;
import java.util.Optional;

/**
 * A network of an engine or of its swarm.
 *
 * @param id the engine's own
 * @param swarm whether it spans the swarm
 * @param subnet in CIDR notation; empty to let the engine choose
 * @param gateway empty to let the engine choose
 * @param options of its driver
 */
public record EngineNetwork(
    String id,
    String name,
    String driver,
    boolean swarm,
    boolean attachable,
    boolean internal,
    Optional<String> subnet,
    Optional<String> gateway,
    Map<String, String> options) {
  public EngineNetwork {
    options = Map.copyOf(options);
  }
}
