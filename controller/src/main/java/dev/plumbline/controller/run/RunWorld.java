package dev.plumbline.controller.run;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.controller.reconcile.NodeView;
import dev.plumbline.controller.reconcile.Phase;
import dev.plumbline.controller.reconcile.SessionState;
import dev.plumbline.controller.reconcile.World;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a run lets the reconciler see. */
final class RunWorld implements World {
  private final Verb verb;
  private final long generation;
  private final Map<String, NodeRun> nodes;
  private final RunContext context;
  private final Map<String, Set<ExportKey>> taken = new HashMap<>();
  private final Map<String, Set<String>> dependents = new HashMap<>();

  /**
   * @param nodes all nodes that the run has to do with, by name
   */
  RunWorld(Verb verb, long generation, Map<String, NodeRun> nodes, RunContext context) {
    this.verb = verb;
    this.generation = generation;
    this.nodes = nodes;
    this.context = context;
    for (NodeRun node : nodes.values()) {
      node.wanted.ifPresent(wanted -> wanted.takes().forEach(key -> index(node.name, key)));
    }
  }

  private void index(String node, ExportKey key) {
    taken.computeIfAbsent(key.node(), _ -> new HashSet<>()).add(key);
    dependents.computeIfAbsent(key.node(), _ -> new HashSet<>()).add(node);
  }

  /** The nodes whose decisions may depend on that one. */
  Set<String> dependents(String node) {
    return dependents.getOrDefault(node, Set.of());
  }

  @Override
  public Verb verb() {
    return verb;
  }

  @Override
  public long generation() {
    return generation;
  }

  @Override
  public Exports exports() {
    return context.cluster().exports();
  }

  @Override
  public Optional<String> digest(ExportKey key) {
    return context.cluster().exports().digest(key);
  }

  @Override
  public Set<ExportKey> takenOf(String node) {
    return taken.getOrDefault(node, Set.of());
  }

  @Override
  public Optional<String> job(String node) {
    return context.cluster().occupants().of(node);
  }

  @Override
  public long now() {
    return context.ticker().getAsLong();
  }

  @Override
  public NodeView node(String name) {
    NodeRun run = nodes.getOrDefault(name, new NodeRun(name, false, Optional.empty()));
    return new NodeView(
        name,
        run.selected,
        run.wanted,
        session(run),
        run.phase,
        context.cluster().node(name).revision(),
        run.sent,
        run.asked,
        run.asking);
  }

  private SessionState session(NodeRun run) {
    Optional<AgentSession> live = context.agents().live(run.name);
    NodeRecord record = context.cluster().node(run.name);
    if (live.isEmpty()) {
      Optional<String> refusal = context.reception().refusal(run.name);
      return new SessionState.Away(
          record.since(),
          refusal,
          refusal.isPresent() ? SessionState.Away.NOT_EXPECTED : expectedUntil(run));
    }
    return new SessionState.Live(
        live.get().hello().kinds(),
        context.reception().holding(run.name).orElse(""),
        context
            .reception()
            .applying(run.name)
            .filter(request -> !request.equals(run.request))
            .orElse(""));
  }

  private long expectedUntil(NodeRun run) {
    Patience patience = context.patience();
    long until = SessionState.Away.NOT_EXPECTED;
    OptionalLong enrolled = context.enrollments().of(run.name);
    if (enrolled.isPresent()) {
      until = enrolled.getAsLong() + patience.enrolled().toNanos();
    }
    if (context.cluster().certificates().expects(run.name, context.clock().instant())) {
      until = Math.max(until, context.started() + patience.restarted().toNanos());
    }
    if (run.phase instanceof Phase.Busy && run.lost.isPresent()) {
      until = Math.max(until, run.lost.getAsLong() + patience.lost().plus(run.guarded).toNanos());
    }
    return until;
  }
}
