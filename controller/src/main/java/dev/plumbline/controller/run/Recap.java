package dev.plumbline.controller.run;

import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.NodeState;
import dev.plumbline.controller.model.NodeSummary;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.controller.reconcile.Decision;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.plan.PlanStep;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a run came to. */
final class Recap {
  private static final int CONVERGED = 0;
  private static final int FAILED = 1;
  private static final int DIFFERS = 2;
  private static final int NOT_REACHED = 3;

  /** Worst first. */
  private static final List<Integer> WORST = List.of(FAILED, NOT_REACHED, DIFFERS, CONVERGED);

  private Recap() {}

  static NodeSummary of(Verb verb, NodeRun node) {
    return switch (node.decision.orElseThrow()) {
      case Decision.Pending pending -> unreached(node, pending);
      case Decision.Unable unable -> counted(verb, node, NodeState.FAILED, unable.message());
      case Decision.Settled _,
          Decision.Send _,
          Decision.Compare _,
          Decision.Ask _,
          Decision.Await _ ->
          counted(verb, node, NodeState.CONVERGED, "");
    };
  }

  /** The worst of all nodes. */
  static int exitCode(Collection<NodeSummary> nodes) {
    return nodes.stream()
        .map(node -> code(node.state()))
        .min((a, b) -> Integer.compare(WORST.indexOf(a), WORST.indexOf(b)))
        .orElse(CONVERGED);
  }

  private static int code(NodeState state) {
    return switch (state) {
      case CONVERGED -> CONVERGED;
      case FAILED -> FAILED;
      case DIFFERS -> DIFFERS;
      case UNKNOWN, OFFLINE, OBSERVING, PLANNED, APPLYING, WAITING -> NOT_REACHED;
    };
  }

  private static NodeSummary unreached(NodeRun node, Decision.Pending pending) {
    NodeSummary counted = counted(Verb.APPLY, node, NodeState.OFFLINE, "");
    String note =
        node.unreached.map(RunRequest.Unreached::message).orElseGet(() -> Absence.note(pending));
    return new NodeSummary(
        node.name,
        NodeState.OFFLINE,
        counted.changed(),
        counted.unchanged(),
        counted.waiting(),
        counted.skipped(),
        counted.failed(),
        counted.duration(),
        note);
  }

  private static NodeSummary counted(Verb verb, NodeRun node, NodeState otherwise, String note) {
    Counts counts =
        switch (verb) {
          case APPLY -> Counts.of(node.outcomes().values(), node.changed(), node.unchanged());
          case PLAN, DRIFT -> Counts.of(node.planned);
        };
    return new NodeSummary(
        node.name,
        otherwise == NodeState.FAILED ? otherwise : counts.state(verb),
        counts.changed,
        counts.unchanged,
        counts.waiting,
        counts.skipped,
        counts.failed,
        node.duration,
        note);
  }

  /** How many resources are in which state. */
  private record Counts(int changed, int unchanged, int waiting, int skipped, int failed) {
    static Counts of(Collection<Outcome> outcomes, int changed, int unchanged) {
      int waiting = 0;
      int skipped = 0;
      int failed = 0;
      for (Outcome outcome : outcomes) {
        switch (outcome) {
          case Outcome.Waiting _ -> waiting++;
          case Outcome.Skipped _ -> skipped++;
          case Outcome.Failed _ -> failed++;
          case Outcome.Changed _, Outcome.Unchanged _ -> {
            // Counted over all applies of the run.
          }
        }
      }
      return new Counts(changed, unchanged, waiting, skipped, failed);
    }

    static Counts of(Optional<AgentMessage.Planned> planned) {
      int changed = 0;
      int waiting = 0;
      int skipped = 0;
      int failed = 0;
      for (PlanStep step : planned.map(answer -> answer.plan().steps()).orElse(List.of())) {
        switch (step) {
          case PlanStep.Apply _, PlanStep.Withdraw _ -> changed++;
          case PlanStep.Wait _ -> waiting++;
          case PlanStep.Skip _ -> skipped++;
          case PlanStep.Fail _ -> failed++;
          case PlanStep.SideEffect _ -> {
            // Part of another step.
          }
        }
      }
      int unchanged = planned.map(answer -> answer.plan().unchanged()).orElse(0);
      return new Counts(changed, unchanged, waiting, skipped, failed);
    }

    NodeState state(Verb verb) {
      if (failed > 0) {
        return NodeState.FAILED;
      }
      return switch (verb) {
        case APPLY -> {
          if (waiting > 0) {
            yield NodeState.WAITING;
          }
          yield skipped > 0 ? NodeState.FAILED : NodeState.CONVERGED;
        }
        case PLAN, DRIFT ->
            changed + waiting + skipped > 0 ? NodeState.DIFFERS : NodeState.CONVERGED;
      };
    }
  }
}
