package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.Rig;
import dev.plumbline.proto.v1.ApplyCommand;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.DriftCommand;
import dev.plumbline.proto.v1.HistoryEntry;
import dev.plumbline.proto.v1.HistoryReport;
import dev.plumbline.proto.v1.HistoryRequest;
import dev.plumbline.proto.v1.NodeStatus;
import dev.plumbline.proto.v1.PlanCommand;
import dev.plumbline.proto.v1.RunEvent;
import dev.plumbline.proto.v1.StatusReport;
import dev.plumbline.proto.v1.StatusRequest;
import java.util.List;

/** The commands that tests give most. */
public record Commands(Rig rig) {
  public Told apply(Bundle bundle, String... limit) {
    return new Told(rig.control().stream("Apply", applyCommand(bundle, limit), RunEvent.parser()));
  }

  public ControlClient.Call applying(Bundle bundle) {
    return rig.control().open("Apply", applyCommand(bundle));
  }

  private static ApplyCommand applyCommand(Bundle bundle, String... limit) {
    return ApplyCommand.newBuilder().setBundle(bundle).addAllLimit(List.of(limit)).build();
  }

  public Told plan(Bundle bundle, String... limit) {
    return new Told(
        rig.control().stream(
            "Plan",
            PlanCommand.newBuilder().setBundle(bundle).addAllLimit(List.of(limit)).build(),
            RunEvent.parser()));
  }

  public Told drift(String... limit) {
    return new Told(
        rig.control().stream(
            "Drift",
            DriftCommand.newBuilder().addAllLimit(List.of(limit)).build(),
            RunEvent.parser()));
  }

  public StatusReport status() {
    return rig.control().call("Status", StatusRequest.getDefaultInstance(), StatusReport.parser());
  }

  public NodeStatus status(String node) {
    return status().getNodesList().stream()
        .filter(status -> status.getNode().equals(node))
        .findFirst()
        .orElseThrow();
  }

  /** Newest first. */
  public List<HistoryEntry> history() {
    return rig.control()
        .call("History", HistoryRequest.getDefaultInstance(), HistoryReport.parser())
        .getEntriesList();
  }
}
