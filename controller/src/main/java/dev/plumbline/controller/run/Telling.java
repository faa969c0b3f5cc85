package dev.plumbline.controller.run;

import dev.plumbline.controller.model.NodeState;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.controller.reconcile.Decision;
import dev.plumbline.resources.ExportKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a caller hears when a decision about a node changes. */
final class Telling {
  private Telling() {}

  static List<RunEvent> of(Verb verb, NodeRun node, Decision decision) {
    if (!node.selected) {
      return List.of();
    }
    return switch (decision) {
      case Decision.Send send ->
          List.of(state(node, NodeState.OBSERVING, followUp(send.followUpOf())));
      case Decision.Compare _ -> List.of(state(node, NodeState.OBSERVING, ""));
      case Decision.Ask _ -> List.of();
      case Decision.Await await -> awaited(node, await);
      case Decision.Settled _ -> List.of(settled(verb, node));
      case Decision.Pending pending -> List.of(pending(node, pending));
      case Decision.Unable unable ->
          List.of(new RunEvent.Failure(node.name, unable.message(), unable.remedy()));
    };
  }

  private static RunEvent state(NodeRun node, NodeState state, String note) {
    return new RunEvent.State(node.name, state, note);
  }

  private static String followUp(Set<ExportKey> exports) {
    return exports.isEmpty()
        ? ""
        : "follow-up of "
            + String.join(", ", exports.stream().map(ExportKey::toString).sorted().toList());
  }

  private static List<RunEvent> awaited(NodeRun node, Decision.Await await) {
    return switch (await.what()) {
      case AGENT -> List.of(state(node, NodeState.OFFLINE, "waiting for its agent"));
      case REPORT -> List.of();
      case EARLIER_APPLY ->
          List.of(state(node, NodeState.WAITING, "waits for the end of an earlier apply"));
      case JOB ->
          List.of(
              state(
                  node,
                  NodeState.WAITING,
                  "waits for the end of " + await.detail() + ", which runs there"));
      case EXPORT -> List.of(state(node, NodeState.WAITING, "waits for " + await.detail()));
    };
  }

  private static RunEvent settled(Verb verb, NodeRun node) {
    var summary = Recap.of(verb, node);
    return state(node, verb == Verb.PLAN ? NodeState.PLANNED : summary.state(), summary.note());
  }

  private static RunEvent pending(NodeRun node, Decision.Pending pending) {
    Optional<RunRequest.Unreached> unreached = node.unreached;
    return unreached.isPresent()
        ? new RunEvent.Failure(node.name, unreached.get().message(), unreached.get().remedy())
        : state(node, NodeState.OFFLINE, Absence.note(pending));
  }
}
