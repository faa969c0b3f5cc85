package dev.plumbline.agent.journal;

import dev.plumbline.agent.engine.Planning.Published;
import dev.plumbline.agent.engine.Report;
import dev.plumbline.resources.ResourceId;
import java.util.List;

/**
 * The report of an apply, as the controller gets it.
 *
 * @param request the controller's id of the request
 * @param exports the journal keeps those that are no secrets
 */
public record Finished(
    String request,
    String catalogHash,
    long revision,
    List<Report.Step> steps,
    List<Published> exports,
    int unchanged,
    List<ResourceId> unmanaged,
    long durationMillis) {
  public Finished {
    steps = List.copyOf(steps);
    exports = List.copyOf(exports);
    unmanaged = List.copyOf(unmanaged);
  }
}
