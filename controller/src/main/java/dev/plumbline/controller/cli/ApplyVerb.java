package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.RunJson;
import dev.plumbline.controller.cli.render.Recap;
import dev.plumbline.controller.cli.render.UnmanagedText;
import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.Desired;
import dev.plumbline.controller.client.NodeSummary;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.InventoryFile;
import dev.plumbline.inventory.Node;
import dev.plumbline.inventory.input.Inputs;
import java.util.List;

/** {@code plumb apply}: makes the nodes what the inventory says. */
final class ApplyVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    long begun = invocation.surroundings().monotonicMs().getAsLong();
    InventoryFile file = invocation.inventoryFile();
    Inputs inputs = invocation.inputs(file);
    Ran ran =
        new Again(invocation, file, inputs)
            .apply()
            .map(log -> new Ran(log, ExitCode.CONVERGED))
            .orElseGet(() -> anew(invocation, invocation.inventory(file, inputs)));
    RunLog log = ran.log();
    int exitCode =
        ExitCode.worst(
            ran.exitCode(), log.done().map(done -> done.exitCode()).orElse(ExitCode.ERROR));
    Output output = invocation.output();
    if (output.json()) {
      output.json(
          RunJson.of(
              log.run(),
              log.generation(),
              exitCode,
              log.summaries(),
              log.steps(),
              log.failures(),
              log.unmanaged()));
    } else {
      long elapsed = invocation.surroundings().monotonicMs().getAsLong() - begun;
      output.lines(UnmanagedText.lines(log.unmanaged(), output.width()));
      output.lines(new Recap(output.ink()).lines(unrepeated(log), elapsed));
    }
    return exitCode;
  }

  /**
   * An apply that has ended.
   *
   * @param exitCode of what was done before it
   */
  private record Ran(RunLog log, int exitCode) {}

  private static Ran anew(Invocation invocation, Inventory inventory) {
    List<String> limit = invocation.limit(inventory);
    List<String> nodes =
        limit.isEmpty() ? inventory.nodes().stream().map(Node::name).toList() : limit;
    Desired desired = Invocation.desired(inventory);
    Controllers.Ensured ensured = invocation.ensureController(inventory);
    try (Screen screen = Screens.of(invocation, nodes);
        Farewell farewell = new Farewell(invocation, screen)) {
      Follower follower = new Follower(invocation, screen, nodes, true);
      Preparation.Prepared prepared =
          new Preparation(invocation, inventory, ensured, screen, follower)
              .installMissing(desired, nodes);
      farewell.runBegins();
      ensured.controller().apply(desired, limit, prepared.unreached(), follower);
      return new Ran(follower.log(), prepared.exitCode());
    }
  }

  /** What was said already when it happened is not said again. */
  private static List<NodeSummary> unrepeated(RunLog log) {
    List<String> said = log.failures().stream().map(RunEvent.Failed::message).toList();
    return log.summaries().stream()
        .map(node -> said.contains(node.note()) ? node.withoutNote() : node)
        .toList();
  }
}
