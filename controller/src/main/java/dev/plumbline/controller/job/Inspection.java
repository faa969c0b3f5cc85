package dev.plumbline.controller.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent saw when it looked whether a job could start.
 *
 * @param values raw; the contract lists the keys. A key that is missing was not looked at
 * @param port where the node listens for the others
 */
public record Inspection(
    String token, Map<String, String> values, List<Reached> reached, int port) {
  public Inspection {
    values = Map.copyOf(values);
    reached = List.copyOf(reached);
  }

  /**
   * An attempt to reach another node.
   *
   * @param failure empty: it went well
   * @param mtu the largest packet that passed, bytes
   */
  public record Reached(String node, String failure, int mtu) {}

  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
