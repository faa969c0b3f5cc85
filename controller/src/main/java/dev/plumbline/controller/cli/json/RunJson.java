package dev.plumbline.controller.cli.json;

import dev.plumbline.controller.client.NodeSummary;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How an apply ended. */
public final class RunJson {
  private RunJson() {}

  /**
   * An apply.
   *
   * @param run empty if the controller never began one
   * @param steps every step that ended with anything but "unchanged"
   * @param failures trouble with nodes as a whole
   * @param unmanaged what left the inventory and stays as it is, by node
   */
  public static Json of(
      String run,
      long generation,
      int exitCode,
      List<NodeSummary> nodes,
      List<RunEvent.StepDone> steps,
      List<RunEvent.Failed> failures,
      Map<String, Set<ResourceId>> unmanaged) {
    return new Json()
        .put("run", run)
        .put("generation", generation)
        .put("exit_code", exitCode)
        .put("nodes", nodes, RunJson::node)
        .put("steps", steps, PlanJson::outcome)
        .put("failures", failures, RunJson::failure)
        .put("unmanaged", List.copyOf(unmanaged.entrySet()), RunJson::unmanaged);
  }

  static Json node(NodeSummary node) {
    return new Json()
        .put("node", node.node())
        .put("state", node.state().word())
        .put("changed", node.changed())
        .put("unchanged", node.unchanged())
        .put("waiting", node.waiting())
        .put("skipped", node.skipped())
        .put("failed", node.failed())
        .put("duration_ms", node.durationMs())
        .put("note", node.note());
  }

  private static Json unmanaged(Map.Entry<String, Set<ResourceId>> node) {
    return new Json()
        .put("node", node.getKey())
        .put("resources", node.getValue().stream().map(ResourceId::toString).toList());
  }

  private static Json failure(RunEvent.Failed failed) {
    return new Json()
        .put("node", failed.node())
        .put("message", failed.message())
        .put("remedy", failed.remedy());
  }
}
