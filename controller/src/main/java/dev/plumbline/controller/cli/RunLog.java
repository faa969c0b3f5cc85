package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.render.NodeResult;
import dev.plumbline.controller.client.NodeState;
import dev.plumbline.controller.client.NodeSummary;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Remembers what was heard of a run. */
final class RunLog {
  private final Map<String, Plan> plans = new LinkedHashMap<>();
  private final Map<String, Set<ResourceId>> unmanaged = new LinkedHashMap<>();
  private final List<RunEvent.StepDone> steps = new ArrayList<>();
  private final List<RunEvent.Failed> failures = new ArrayList<>();
  private String run = "";
  private long generation;
  private Optional<RunEvent.Done> done = Optional.empty();

  void hear(RunEvent event) {
    switch (event) {
      case RunEvent.Started started -> {
        run = started.run();
        generation = started.generation();
      }
      case RunEvent.Planned planned -> {
        plans.put(planned.node(), planned.plan());
        if (!planned.plan().unmanaged().isEmpty()) {
          unmanaged
              .computeIfAbsent(planned.node(), _ -> new LinkedHashSet<>())
              .addAll(planned.plan().unmanaged());
        }
      }
      case RunEvent.StepDone step -> {
        if (!(step.outcome() instanceof Outcome.Unchanged)) {
          steps.add(step);
        }
      }
      case RunEvent.Failed failed -> fail(failed);
      case RunEvent.Done end -> done = Optional.of(end);
      case RunEvent.LeaseHeld _, RunEvent.State _, RunEvent.Working _, RunEvent.Applied _ -> {
        // Of the moment only.
      }
    }
  }

  /**
   * Adds trouble with a node, unless it is known: the controller repeats what it was told.
   *
   * @return whether it is news
   */
  boolean fail(RunEvent.Failed failed) {
    if (failures.contains(failed)) {
      return false;
    }
    failures.add(failed);
    return true;
  }

  boolean knows(RunEvent.Failed failed) {
    return failures.contains(failed);
  }

  String run() {
    return run;
  }

  /** The inventory version that the run is about; for drift, the one that was applied last. */
  long generation() {
    return generation;
  }

  List<RunEvent.StepDone> steps() {
    return steps;
  }

  /**
   * What left the inventory and stays on its node as it is, by node; nodes without are left out.
   */
  Map<String, Set<ResourceId>> unmanaged() {
    Map<String, Set<ResourceId>> ordered = new LinkedHashMap<>();
    for (NodeSummary node : summaries()) {
      Set<ResourceId> left = unmanaged.get(node.node());
      if (left != null) {
        ordered.put(node.node(), left);
      }
    }
    return ordered;
  }

  List<RunEvent.Failed> failures() {
    return failures;
  }

  /** How the run ended; empty if it has not. */
  Optional<RunEvent.Done> done() {
    return done;
  }

  List<NodeSummary> summaries() {
    return done.map(RunEvent.Done::nodes).orElse(List.of());
  }

  /**
   * What was found out about each node, in the order of the inventory.
   *
   * @param withoutAgent nodes that never had an agent
   */
  List<NodeResult> results(Set<String> withoutAgent) {
    return summaries().stream().map(summary -> result(summary, withoutAgent)).toList();
  }

  private NodeResult result(NodeSummary summary, Set<String> withoutAgent) {
    Optional<Plan> plan = Optional.ofNullable(plans.get(summary.node()));
    boolean missing =
        plan.isEmpty()
            && summary.state() == NodeState.OFFLINE
            && withoutAgent.contains(summary.node());
    List<RunEvent.Failed> own =
        failures.stream().filter(failed -> failed.node().equals(summary.node())).toList();
    return new NodeResult(
        summary.node(),
        missing ? NodeState.DIFFERS : summary.state(),
        missing ? "" : summary.note(),
        plan,
        missing ? List.of() : own,
        missing);
  }
}
