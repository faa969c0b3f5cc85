package dev.plumbline.controller.run;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.StepResult;
import dev.plumbline.controller.reconcile.Decision;
import dev.plumbline.controller.reconcile.Phase;
import dev.plumbline.controller.reconcile.Wanted;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** How one node fares in one run. Confined to the thread of the run. */
final class NodeRun {
  final String name;
  final boolean selected;
  final Optional<Wanted> wanted;
  Phase phase = new Phase.Idle();
  Optional<Decision> decision = Optional.empty();
  int sent;
  boolean asked;
  boolean asking;

  /** The session on which the request went out. */
  Optional<AgentSession> session = Optional.empty();

  /** The request that it works on or worked on last; empty before the first. */
  String request = "";

  /** When it was last heard or told something, on the run's clock. */
  long heard;

  /** When its session was found to have ended, on the run's clock. */
  OptionalLong lost = OptionalLong.empty();

  /** How long a change that it has begun may cut it off. */
  Duration guarded = Duration.ZERO;

  /** What first contact had to say of it. */
  Optional<RunRequest.Unreached> unreached = Optional.empty();

  Optional<AgentMessage.Planned> planned = Optional.empty();
  Duration duration = Duration.ZERO;
  private int agreed;
  private final Set<String> changed = new HashSet<>();
  private final Set<StepResult> told = new HashSet<>();
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

  NodeRun(String name, boolean selected, Optional<Wanted> wanted) {
    this.name = name;
    this.selected = selected;
    this.wanted = wanted;
  }

  /** A step ended, and was told of. */
  void told(StepResult step) {
    told.add(step);
  }

  /** What only the report tells: the word of its end was lost with a connection. */
  List<StepResult> untold(AgentMessage.Applied report) {
    return report.steps().stream().filter(told::add).toList();
  }

  /** Takes in a report; one of the same run that came before it counts for what it changed. */
  void report(AgentMessage.Applied report) {
    agreed = report.unchanged();
    duration = duration.plus(report.duration());
    outcomes.clear();
    for (StepResult step : report.steps()) {
      settle(step.resource(), step.outcome());
    }
  }

  /** Says what became of a resource. */
  void settle(String resource, Outcome outcome) {
    outcomes.put(resource, outcome);
    if (outcome instanceof Outcome.Changed) {
      changed.add(resource);
    }
  }

  /** How many resources some apply of this run changed. */
  int changed() {
    return changed.size();
  }

  /** How many resources agreed all along: what an earlier apply of this run changed did not. */
  int unchanged() {
    long later = changed.stream().filter(id -> !outcomes.containsKey(id) && isWanted(id)).count();
    return Math.max(0, agreed - (int) later);
  }

  private boolean isWanted(String resource) {
    return wanted.stream()
        .flatMap(all -> all.whole().entries().stream())
        .map(entry -> new ResourceId(entry.kind(), entry.name()).toString())
        .anyMatch(resource::equals);
  }

  /** The last outcome of every resource that had a step. */
  Map<String, Outcome> outcomes() {
    return outcomes;
  }
}
