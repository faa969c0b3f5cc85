package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.job.Drain;
import dev.plumbline.controller.job.Standing;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.StepResult;
import dev.plumbline.resources.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the nodes of the inventory stand. */
final class Standings {
  private final JobContext context;
  private final Presence presence;

  Standings(JobContext context, Presence presence) {
    this.context = context;
    this.presence = presence;
  }

  List<Standing> now(Map<String, Drain> drains) {
    return context.cluster().inventory().stream()
        .map(node -> of(node, Optional.ofNullable(drains.get(node.name()))))
        .toList();
  }

  private Standing of(InventoryNode node, Optional<Drain> drain) {
    NodeRecord known = context.cluster().node(node.name());
    return new Standing(
        node.name(),
        node.address(),
        node.slots(),
        presence.look(node.name()),
        presence.isComing(node.name()),
        absence(known),
        drain.map(Drain::reason),
        context.reception().applying(node.name()).isPresent(),
        unconverged(known));
  }

  private String absence(NodeRecord node) {
    Optional<String> refusal = context.reception().refusal(node.name());
    if (refusal.isPresent()) {
      return "its agent was refused: " + refusal.get();
    }
    return node.since()
        .map(since -> "not connected since " + since.truncatedTo(ChronoUnit.SECONDS))
        .orElse("its agent was never connected");
  }

  private Optional<String> unconverged(NodeRecord node) {
    long generation = context.cluster().generation().number();
    if (node.applied().isEmpty()) {
      return Optional.of("nothing was applied there");
    }
    NodeRecord.Applied applied = node.applied().get();
    if (applied.generation() < generation) {
      return Optional.of("generation " + generation + " is not applied there");
    }
    return applied.unfinished().stream().findFirst().map(Standings::unfinished);
  }

  private static String unfinished(StepResult step) {
    return switch (step.outcome()) {
      case Outcome.Failed failed -> step.resource() + " failed: " + failed.message();
      case Outcome.Waiting waiting -> step.resource() + " waits for " + waiting.on();
      case Outcome.Skipped skipped -> step.resource() + " was skipped: " + skipped.reason();
      case Outcome.Changed _, Outcome.Unchanged _ -> step.resource();
    };
  }
}
