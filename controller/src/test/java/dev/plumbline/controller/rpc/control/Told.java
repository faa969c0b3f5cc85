package dev.plumbline.controller.rpc.control;

import dev.plumbline.proto.v1.NodeState;
import dev.plumbline.proto.v1.NodeSummary;
import dev.plumbline.proto.v1.RunDone;
import dev.plumbline.proto.v1.RunEvent;
import java.util.List;

/** What a caller heard of a run. */
public record Told(List<RunEvent> events) {
  /** The end, which must be the last thing heard. */
  public RunDone done() {
    return events.getLast().getDone();
  }

  public int exitCode() {
    return done().getExitCode();
  }

  public NodeSummary of(String node) {
    return done().getNodesList().stream()
        .filter(summary -> summary.getNode().equals(node))
        .findFirst()
        .orElseThrow();
  }

  public NodeState.State state(String node) {
    return of(node).getState();
  }

  /** The notes of the states that a node went through. */
  public List<String> notes(String node) {
    return events.stream()
        .filter(event -> event.getNode().equals(node) && event.hasState())
        .map(event -> event.getState().getNote())
        .filter(note -> !note.isEmpty())
        .toList();
  }

  /** Why steps of a node failed. */
  public List<String> failures(String node) {
    return events.stream()
        .filter(event -> event.getNode().equals(node) && event.hasStepDone())
        .filter(event -> event.getStepDone().getOutcome().hasFailed())
        .map(event -> event.getStepDone().getOutcome().getFailed().getMessage())
        .toList();
  }
}
