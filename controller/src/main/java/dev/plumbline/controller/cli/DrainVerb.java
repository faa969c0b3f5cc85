package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.Json;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code plumb drain} and {@code plumb resume}: whether jobs may start on nodes. */
final class DrainVerb implements Verb {
  private final boolean drain;

  DrainVerb(boolean drain) {
    this.drain = drain;
  }

  @Override
  public int run(Invocation invocation) {
    Inventory inventory = invocation.inventory();
    Set<String> nodes = new LinkedHashSet<>();
    for (String selector : invocation.arguments().operands()) {
      inventory
          .select(selector)
          .orElseThrow(() -> Invocation.unknownNode(selector, inventory))
          .stream()
          .map(Node::name)
          .forEach(nodes::add);
    }
    String reason = invocation.arguments().value(Commands.REASON).orElse("").strip();
    if (drain && reason.isEmpty()) {
      throw Trouble.of(
          "nobody would know why " + String.join(", ", nodes) + " takes no jobs",
          "say --reason \"…\"");
    }
    Jobs jobs = invocation.controller().jobs();
    List<String> refused =
        nodes.stream()
            .map(node -> drain ? jobs.drain(node, reason) : jobs.resume(node))
            .filter(why -> !why.isEmpty())
            .map(why -> "plumb: " + why)
            .toList();
    if (!refused.isEmpty()) {
      throw Trouble.all(refused);
    }
    Output output = invocation.output();
    if (output.json()) {
      output.json(new Json().put("nodes", List.copyOf(nodes)).put("drained", drain));
    } else {
      String names = String.join(", ", nodes);
      output.line(
          drain
              ? "No further job starts on " + names + "; 'plumb resume' lets them again."
              : "Jobs may start on " + names + " again.");
    }
    return ExitCode.CONVERGED;
  }
}
