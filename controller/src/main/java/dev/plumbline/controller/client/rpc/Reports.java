package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.client.HistoryEntry;
import dev.plumbline.controller.client.Status;
import dev.plumbline.proto.v1.NodeStatus;
import dev.plumbline.proto.v1.StatusReport;
import java.time.Instant;
import java.util.Optional;

/** Decodes reports about the cluster and its past. */
final class Reports {
  private Reports() {}

  static Status status(StatusReport report) {
    return new Status(
        report.getCluster(),
        report.getGeneration(),
        report.getController(),
        report.getNodesList().stream().map(Reports::node).toList());
  }

  private static Status.Node node(NodeStatus node) {
    return new Status.Node(
        node.getNode(),
        node.getAddress(),
        node.getConnected(),
        instant(node.getSinceMs()),
        Events.state(node.getState().getState()),
        node.getState().getNote(),
        node.getGeneration(),
        node.getRevision(),
        instant(node.getAppliedMs()),
        node.getBuild(),
        node.getUnfinishedList().stream()
            .map(step -> Plans.stepDone(node.getNode(), step))
            .toList());
  }

  private static Optional<Instant> instant(long unixMs) {
    return unixMs == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(unixMs));
  }

  static HistoryEntry history(dev.plumbline.proto.v1.HistoryEntry entry) {
    return new HistoryEntry(
        entry.getRun(),
        entry.getVerb(),
        entry.getGeneration(),
        Instant.ofEpochMilli(entry.getStartedMs()),
        entry.getDurationMs(),
        entry.getExitCode(),
        entry.getUser(),
        entry.getNodesList().stream().map(Events::summary).toList());
  }
}
