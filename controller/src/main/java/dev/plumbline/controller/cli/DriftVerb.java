package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.render.NodeResult;
import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code plumb drift}: says what differs from what was last applied. */
final class DriftVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    // Groups can only be resolved by the file; what is compared with does not depend on it.
    List<String> limit = List.of();
    if (invocation.has(Commands.LIMIT)) {
      Inventory inventory = invocation.inventory();
      limit = invocation.limit(inventory);
    }
    Controller controller = invocation.controller();
    List<String> nodes = new ArrayList<>(limit);
    if (nodes.isEmpty()) {
      controller.status(false, status -> status.nodes().forEach(node -> nodes.add(node.name())));
    }
    RunLog log;
    try (Screen screen = Screens.of(invocation, nodes)) {
      Follower follower = new Follower(invocation, screen, nodes, false);
      log = follower.log();
      controller.drift(limit, follower);
    }
    List<NodeResult> results = log.results(Set.of());
    String count = PlanReport.nodes(results.size());
    PlanReport report =
        new PlanReport(
            "last applied revision",
            "Drift: "
                + count
                + " compared with what was last applied, generation "
                + log.generation(),
            "No drift: " + count + (results.size() == 1 ? " is" : " are") + " as last applied",
            "'plumb apply' mends drift.");
    return report.print(invocation.output(), results, ExitCode.CONVERGED);
  }
}
