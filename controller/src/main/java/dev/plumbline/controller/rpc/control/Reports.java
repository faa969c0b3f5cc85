package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.cluster.Reception;
import dev.plumbline.controller.model.Generation;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.RunRecord;
import dev.plumbline.controller.rpc.wire.Events;
import dev.plumbline.controller.rpc.wire.Outcomes;
import dev.plumbline.proto.v1.HistoryEntry;
import dev.plumbline.proto.v1.NodeState;
import dev.plumbline.proto.v1.NodeStatus;
import dev.plumbline.proto.v1.StatusReport;
import java.time.Instant;
import java.util.Optional;

/** What is known, as the command line shows it. */
final class Reports {
  private final Cluster cluster;
  private final Agents agents;
  private final Reception reception;
  private final String controller;

  /**
   * @param controller build, process and address of this controller, for a person
   */
  Reports(Cluster cluster, Agents agents, Reception reception, String controller) {
    this.cluster = cluster;
    this.agents = agents;
    this.reception = reception;
    this.controller = controller;
  }

  StatusReport status() {
    Generation generation = cluster.generation();
    StatusReport.Builder report =
        StatusReport.newBuilder()
            .setCluster(cluster.name())
            .setGeneration(generation.number())
            .setController(controller);
    cluster.inventory().forEach(node -> report.addNodes(status(node, generation)));
    return report.build();
  }

  private NodeStatus status(InventoryNode node, Generation generation) {
    NodeRecord known = cluster.node(node.name());
    Optional<AgentSession> live = agents.live(node.name());
    NodeStatus.Builder status =
        NodeStatus.newBuilder()
            .setNode(node.name())
            .setAddress(node.address())
            .setConnected(live.isPresent())
            .setSinceMs(known.since().map(Instant::toEpochMilli).orElse(0L))
            .setState(state(known, live.isPresent(), generation))
            .setBuild(known.seen().map(NodeRecord.Seen::build).orElse(""));
    known
        .applied()
        .ifPresent(applied -> {
          status
              .setGeneration(applied.generation())
              .setRevision(applied.revision())
              .setAppliedMs(applied.at().toEpochMilli());
          applied.unfinished().forEach(step -> status.addUnfinished(Outcomes.write("", step)));
        });
    return status.build();
  }

  private NodeState state(NodeRecord node, boolean connected, Generation generation) {
    if (!connected) {
      return offline(node);
    }
    if (reception.applying(node.name()).isPresent()) {
      return Events.state(dev.plumbline.controller.model.NodeState.APPLYING, "");
    }
    boolean behind =
        node.applied().filter(applied -> applied.generation() < generation.number()).isPresent();
    return behind && node.verdict().state() == dev.plumbline.controller.model.NodeState.CONVERGED
        ? Events.state(
            dev.plumbline.controller.model.NodeState.DIFFERS,
            "generation " + generation.number() + " is not applied here")
        : Events.state(node.verdict().state(), node.verdict().note());
  }

  private NodeState offline(NodeRecord node) {
    Optional<String> refusal = reception.refusal(node.name());
    if (refusal.isPresent()) {
      return Events.state(
          dev.plumbline.controller.model.NodeState.OFFLINE,
          "its agent was refused: " + refusal.get());
    }
    return node.since()
        .map(_ -> Events.state(dev.plumbline.controller.model.NodeState.OFFLINE, ""))
        .orElseGet(() ->
            Events.state(
                dev.plumbline.controller.model.NodeState.UNKNOWN, "its agent was never connected"));
  }

  static HistoryEntry history(RunRecord run) {
    HistoryEntry.Builder entry =
        HistoryEntry.newBuilder()
            .setRun(Long.toString(run.id()))
            .setVerb(run.verb().toString())
            .setGeneration(run.generation())
            .setStartedMs(run.started().toEpochMilli())
            .setUser(run.user())
            .setUnderWay(run.end().isEmpty());
    run.end()
        .ifPresent(end ->
            entry
                .setDurationMs(end.duration().toMillis())
                .setExitCode(end.exitCode())
                .setNote(end.note())
                .addAllNodes(end.nodes().stream().map(Events::summary).toList()));
    return entry.build();
  }
}
