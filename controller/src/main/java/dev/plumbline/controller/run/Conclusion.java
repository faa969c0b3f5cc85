package dev.plumbline.controller.run;

import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.NodeState;
import dev.plumbline.controller.model.NodeSummary;
import dev.plumbline.controller.model.StepResult;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.controller.reconcile.Decision;
import dev.plumbline.controller.reconcile.Waits;
import dev.plumbline.controller.reconcile.World;
import dev.plumbline.resources.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is said and kept once nothing of a run can move any more. */
final class Conclusion {
  private final String id;
  private final Verb verb;
  private final Map<String, NodeRun> nodes;
  private final Cluster cluster;
  private final RunObserver observer;

  Conclusion(
      String id, Verb verb, Map<String, NodeRun> nodes, Cluster cluster, RunObserver observer) {
    this.id = id;
    this.verb = verb;
    this.nodes = nodes;
    this.cluster = cluster;
    this.observer = observer;
  }

  /**
   * What a run came to.
   *
   * @param kept complete when the disk knows of it
   */
  record Drawn(List<NodeSummary> summaries, CompletableFuture<Void> kept) {}

  Drawn draw(World world) {
    Collection<NodeRun> selected = nodes.values().stream().filter(node -> node.selected).toList();
    switch (verb) {
      case PLAN, DRIFT -> selected.forEach(this::showPlan);
      case APPLY -> {
        Waits waits = new Waits(world, name -> decision(nodes.get(name)));
        selected.forEach(node -> resolve(node, waits));
      }
    }
    List<NodeSummary> summaries = selected.stream().map(node -> Recap.of(verb, node)).toList();
    CompletableFuture<?>[] kept =
        summaries.stream()
            .flatMap(summary -> remember(summary).stream())
            .toArray(CompletableFuture<?>[]::new);
    return new Drawn(summaries, CompletableFuture.allOf(kept));
  }

  private static Decision decision(@Nullable NodeRun node) {
    return node == null ? new Decision.Settled(Map.of()) : node.decision.orElseThrow();
  }

  private void showPlan(NodeRun node) {
    node.planned.ifPresent(planned -> observer.happened(new RunEvent.Said(node.name, planned)));
  }

  private void resolve(NodeRun node, Waits waits) {
    waits
        .of(node.name)
        .forEach((resource, outcome) -> {
          node.settle(resource.toString(), outcome);
          if (outcome instanceof Outcome.Failed) {
            observer.happened(
                new RunEvent.Said(
                    node.name,
                    new AgentMessage.StepDone(id, new StepResult(resource.toString(), outcome))));
          }
        });
  }

  private Optional<CompletableFuture<Void>> remember(NodeSummary summary) {
    if (summary.state() == NodeState.OFFLINE || verb == Verb.PLAN) {
      return Optional.empty();
    }
    NodeRecord.Verdict verdict = new NodeRecord.Verdict(summary.state(), summary.note());
    NodeRun node = nodes.get(summary.node());
    if (node == null || (verb == Verb.DRIFT && summary.state() == NodeState.FAILED)) {
      return Optional.empty();
    }
    List<StepResult> unfinished =
        node.outcomes().entrySet().stream()
            .filter(step -> isUnfinished(step.getValue()))
            .map(step -> new StepResult(step.getKey(), step.getValue()))
            .toList();
    return Optional.of(
        cluster.update(
            summary.node(),
            before ->
                verb == Verb.DRIFT || before.applied().isEmpty()
                    ? before.withVerdict(verdict)
                    : before.withApplied(before.applied().get().leaving(unfinished), verdict)));
  }

  private static boolean isUnfinished(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed _, Outcome.Unchanged _ -> false;
      case Outcome.Skipped _, Outcome.Waiting _, Outcome.Failed _ -> true;
    };
  }
}
