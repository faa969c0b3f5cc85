package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.JobJson;
import dev.plumbline.controller.cli.json.ReportJson;
import dev.plumbline.controller.cli.render.ReachText;
import dev.plumbline.controller.client.job.NodeReach;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.InventoryResult;
import dev.plumbline.resources.value.Problem;
import java.util.List;

/** {@code plumb check}: says everything that is wrong with the inventory, or with the network. */
final class CheckVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    return invocation.has(Commands.NETWORK) ? network(invocation) : file(invocation);
  }

  private static int network(Invocation invocation) {
    Inventory inventory = invocation.inventory();
    List<NodeReach> nodes =
        invocation
            .ensureController(inventory)
            .controller()
            .jobs()
            .checkNetwork(
                invocation.limit(inventory),
                inventory.jobs().network().map(Object::toString).orElse(""));
    Output output = invocation.output();
    if (output.json()) {
      output.json(JobJson.reach(nodes));
    } else {
      output.lines(new ReachText(output.ink()).lines(nodes));
    }
    return nodes.stream().allMatch(NodeReach::isRight) ? ExitCode.CONVERGED : ExitCode.ERROR;
  }

  private static int file(Invocation invocation) {
    Output output = invocation.output();
    InventoryResult result = invocation.read();
    List<Problem> problems =
        switch (result) {
          case InventoryResult.Loaded _ -> List.of();
          case InventoryResult.Invalid invalid -> invalid.problems();
        };
    if (output.json()) {
      output.json(ReportJson.problems(problems));
    } else {
      problems.forEach(problem -> output.err().println(problem));
      if (result instanceof InventoryResult.Loaded loaded) {
        output.line(summary(loaded.inventory()));
      } else {
        output
            .err()
            .println(
                problems.size() == 1
                    ? "1 problem; nothing was touched."
                    : problems.size() + " problems; nothing was touched.");
      }
    }
    return problems.isEmpty() ? ExitCode.CONVERGED : ExitCode.ERROR;
  }

  private static String summary(Inventory inventory) {
    int resources =
        inventory.nodes().stream()
            .mapToInt(node -> inventory.catalog(node.name()).entries().size())
            .sum();
    return inventory.file().name()
        + " is right: cluster "
        + inventory.cluster()
        + ", "
        + PlanReport.nodes(inventory.nodes().size())
        + ", "
        + resources
        + " resources.";
  }
}
