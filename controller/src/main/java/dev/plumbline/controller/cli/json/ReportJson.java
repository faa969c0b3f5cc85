package dev.plumbline.controller.cli.json;

import dev.plumbline.controller.client.Description;
import dev.plumbline.controller.client.HistoryEntry;
import dev.plumbline.controller.client.NodeFacts;
import dev.plumbline.controller.client.Status;
import dev.plumbline.resources.value.Problem;
import java.util.List;
import java.util.Optional;

/** Status, history, facts, the controller, and what is wrong with an inventory. */
public final class ReportJson {
  private ReportJson() {}

  public static Json status(Status status) {
    return new Json()
        .put("cluster", status.cluster())
        .put("generation", status.generation())
        .put("controller", status.controller())
        .put("nodes", status.nodes(), ReportJson::node);
  }

  private static Json node(Status.Node node) {
    return new Json()
        .put("node", node.name())
        .put("address", node.address())
        .put("connected", node.connected())
        .put("since", node.since())
        .put("state", node.state().word())
        .put("note", node.note())
        .put("generation", node.generation())
        .put("revision", node.revision())
        .put("applied", node.applied())
        .put("agent_build", node.build())
        .put("unfinished", node.unfinished(), PlanJson::outcome);
  }

  public static Json history(List<HistoryEntry> entries) {
    return new Json().put("runs", entries, ReportJson::entry);
  }

  private static Json entry(HistoryEntry entry) {
    return new Json()
        .put("run", entry.run())
        .put("verb", entry.verb())
        .put("generation", entry.generation())
        .put("started", Optional.of(entry.started()))
        .put("duration_ms", entry.durationMs())
        .put("exit_code", entry.exitCode())
        .put("user", entry.user())
        .put("nodes", entry.nodes(), RunJson::node);
  }

  public static Json facts(List<NodeFacts> nodes) {
    return new Json().put("nodes", nodes, ReportJson::facts);
  }

  private static Json facts(NodeFacts node) {
    Json values = new Json();
    node.values().forEach(values::put);
    return new Json().put("node", node.node()).put("facts", values).put("failure", node.failure());
  }

  /** A controller that may or may not run. */
  public static Json controller(Optional<Description> running, String socket) {
    Json json = new Json().put("running", running.isPresent()).put("socket", socket);
    running.ifPresent(description ->
        json.put("build", description.build())
            .put("cluster", description.cluster())
            .put("pid", description.pid())
            .put("agent_port", description.agentPort())
            .put("busy", description.busy()));
    return json;
  }

  /** What {@code check} found. */
  public static Json problems(List<Problem> problems) {
    return new Json()
        .put("valid", problems.isEmpty())
        .put(
            "problems",
            problems,
            problem ->
                new Json()
                    .put("id", problem.id())
                    .put("source", problem.origin().source())
                    .put("line", problem.origin().line())
                    .put("column", problem.origin().column())
                    .put("message", problem.message()));
  }
}
