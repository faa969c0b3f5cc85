package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.render.NodeResult;
import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.Desired;
import dev.plumbline.controller.client.NodeState;
import dev.plumbline.controller.client.Status;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code plumb plan}: says what apply would change. */
final class PlanVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    Inventory inventory = invocation.inventory();
    List<String> limit = invocation.limit(inventory);
    List<String> nodes =
        limit.isEmpty() ? inventory.nodes().stream().map(Node::name).toList() : limit;
    Desired desired = Invocation.desired(inventory);
    Controllers.Ensured ensured = invocation.ensureController(inventory);
    int installed = ExitCode.CONVERGED;
    RunLog log;
    try (Screen screen = Screens.of(invocation, nodes)) {
      Follower follower = new Follower(invocation, screen, nodes, false);
      log = follower.log();
      if (invocation.has(Commands.INSTALL_AGENTS)) {
        installed =
            new Preparation(invocation, inventory, ensured, screen, follower)
                .installMissing(desired, nodes)
                .exitCode();
      }
      ensured.controller().plan(desired, limit, follower);
    }
    List<NodeResult> results = log.results(withoutAgent(ensured.controller(), log));
    PlanReport report =
        new PlanReport(
            inventory.file().name(),
            "Plan: "
                + PlanReport.nodes(results.size())
                + " compared with "
                + inventory.file().name(),
            "Nothing to do: "
                + PlanReport.nodes(results.size())
                + (results.size() == 1 ? " is" : " are")
                + " what the inventory says",
            "'plumb apply' carries this out.");
    return report.print(invocation.output(), results, installed);
  }

  /** Nodes that an apply would install the agent on. */
  private static Set<String> withoutAgent(Controller controller, RunLog log) {
    Set<String> never = new HashSet<>();
    if (log.summaries().stream().anyMatch(node -> node.state() == NodeState.OFFLINE)) {
      controller.status(
          false,
          status -> {
            Set<String> known = new HashSet<>();
            for (Status.Node node : status.nodes()) {
              if (!node.build().isEmpty()) {
                known.add(node.name());
              }
            }
            log.summaries().stream()
                .map(summary -> summary.node())
                .filter(node -> !known.contains(node))
                .forEach(never::add);
          });
    }
    return never;
  }
}
