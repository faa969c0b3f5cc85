package dev.plumbline.agent.job.report;

import java.util.List;
import java.util.Map;

/**
 * What was seen before a start.
 *
 * @param port where this node listens for the others
 */
public record Inspection(
    String token, Map<String, String> values, List<Reached> reached, int port) {
  public Inspection {
    values = Map.copyOf(values);
    reached = List.copyOf(reached);
  }
}
