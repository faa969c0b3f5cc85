package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.controller.contact.ContactException;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.Node;
import java.io.Console;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code plumb agent}: installs, revokes and removes agents. */
final class AgentVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    Inventory inventory = invocation.inventory();
    List<String> nodes = nodes(invocation, inventory);
    Controllers.Ensured ensured = invocation.ensureController(inventory);
    return switch (invocation.arguments().path().getLast()) {
      case "install" -> install(invocation, inventory, ensured, nodes);
      case "revoke" -> {
        confirm(invocation, "Revoke the certificates of " + String.join(", ", nodes) + "?");
        yield revoke(invocation.output(), ensured.controller(), nodes);
      }
      case "remove" -> {
        confirm(invocation, "Remove the agents of " + String.join(", ", nodes) + "?");
        yield remove(invocation, inventory, ensured.controller(), nodes);
      }
      case String other -> throw Trouble.of("unknown command 'agent " + other + "'", "");
    };
  }

  private static List<String> nodes(Invocation invocation, Inventory inventory) {
    Set<String> names = new LinkedHashSet<>();
    for (String selector : invocation.arguments().operands()) {
      inventory
          .select(selector)
          .orElseThrow(() -> Invocation.unknownNode(selector, inventory))
          .stream()
          .map(Node::name)
          .forEach(names::add);
    }
    return List.copyOf(names);
  }

  private static int install(
      Invocation invocation, Inventory inventory, Controllers.Ensured ensured, List<String> nodes) {
    Controller controller = ensured.controller();
    try (Screen screen = Screens.of(invocation, nodes)) {
      Follower follower = new Follower(invocation, screen, nodes, true);
      Preparation.Prepared prepared =
          new Preparation(invocation, inventory, ensured, screen, follower)
              .install(controller, controller.enroll(Invocation.desired(inventory)), nodes);
      List<String> failed = prepared.unreached().stream().map(RunEvent.Failed::node).toList();
      report(screen, nodes, failed, "agent installed");
      return prepared.exitCode();
    }
  }

  private static int remove(
      Invocation invocation, Inventory inventory, Controller controller, List<String> nodes) {
    try (Screen screen = Screens.of(invocation, nodes)) {
      Follower follower = new Follower(invocation, screen, nodes, true);
      Map<String, ContactException> failures =
          new Agents(invocation, inventory, screen, follower).remove(nodes);
      nodes.stream().filter(node -> !failures.containsKey(node)).forEach(controller::revoke);
      report(screen, nodes, failures.keySet(), "agent removed");
      return failures.values().stream()
          .map(failure -> failure.isUnreached() ? ExitCode.UNREACHED : ExitCode.ERROR)
          .reduce(ExitCode.CONVERGED, ExitCode::worst);
    }
  }

  private static void report(
      Screen screen, List<String> nodes, Collection<String> failed, String done) {
    screen.print(
        nodes.stream()
            .filter(node -> !failed.contains(node))
            .map(node -> node + ": " + done)
            .toList());
  }

  private static int revoke(Output output, Controller controller, List<String> nodes) {
    for (String node : nodes) {
      List<String> serials = controller.revoke(node);
      output.line(
          node
              + ": "
              + (serials.isEmpty()
                  ? "had no certificate"
                  : "revoked " + String.join(", ", serials)));
    }
    return ExitCode.CONVERGED;
  }

  private static void confirm(Invocation invocation, String question) {
    if (invocation.has(Commands.YES)) {
      return;
    }
    Optional<Console> console = invocation.surroundings().terminal().console();
    if (console.isEmpty()) {
      throw Trouble.of(
          question + " There is no terminal to ask.", "say it with --yes if you are sure");
    }
    String answer = console.get().readLine("%s [y/N] ", question);
    if (answer == null || !answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y")) {
      throw Trouble.of("nothing was done", "");
    }
  }
}
