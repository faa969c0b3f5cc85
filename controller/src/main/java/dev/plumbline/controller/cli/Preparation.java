package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.Desired;
import dev.plumbline.controller.client.Enrollment;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.controller.client.Status;
import dev.plumbline.controller.contact.ContactException;
import dev.plumbline.inventory.Inventory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees to it that every node of a run has an agent. */
final class Preparation {
  /** A little more than an agent's longest pause between two attempts to reconnect. */
  private static final long RECONNECT_MS = 7_000;

  private static final long PAUSE_MS = 100;

  private final Invocation invocation;
  private final Inventory inventory;
  private final Controllers.Ensured ensured;

  Preparation(Invocation invocation, Inventory inventory, Controllers.Ensured ensured) {
    this.invocation = invocation;
    this.inventory = inventory;
    this.ensured = ensured;
  }

  /**
   * What became of the nodes that had no agent.
   *
   * @param exitCode the worst of it
   */
  record Prepared(List<RunEvent.Failed> unreached, int exitCode) {}

  Prepared installMissing(Desired desired, List<String> nodes, Screen screen, Follower follower) {
    Controller controller = ensured.controller();
    Enrollment enrollment = controller.enroll(desired);
    List<String> missing = new ArrayList<>(nodes);
    missing.removeAll(enrollment.connected());
    if (ensured.fresh() && !missing.isEmpty()) {
      awaitReturning(missing, screen);
      // Asked again, because an agent of another build comes back too and must be replaced.
      missing.removeAll(controller.enroll(desired).connected());
    }
    if (missing.isEmpty()) {
      return new Prepared(List.of(), ExitCode.CONVERGED);
    }
    Map<String, ContactException> failures =
        new Agents(invocation, inventory, screen, follower)
            .install(controller, enrollment, missing);
    List<RunEvent.Failed> unreached = new ArrayList<>();
    int exitCode = ExitCode.CONVERGED;
    for (Map.Entry<String, ContactException> failure : failures.entrySet()) {
      ContactException why = failure.getValue();
      unreached.add(new RunEvent.Failed(failure.getKey(), why.message(), why.remedy()));
      exitCode = ExitCode.worst(exitCode, why.isUnreached() ? ExitCode.UNREACHED : ExitCode.ERROR);
    }
    return new Prepared(unreached, exitCode);
  }

  /** Agents that a controller which has just started knows from before: they come by themselves. */
  private void awaitReturning(List<String> missing, Screen screen) {
    Set<String> returned = new HashSet<>();
    long deadline = invocation.surroundings().monotonicMs().getAsLong() + RECONNECT_MS;
    while (true) {
      Set<String> known = new HashSet<>();
      ensured
          .controller()
          .status(
              false,
              status -> {
                for (Status.Node node : status.nodes()) {
                  if (missing.contains(node.name()) && !node.build().isEmpty()) {
                    known.add(node.name());
                    if (node.connected()) {
                      returned.add(node.name());
                    }
                  }
                }
              });
      if (returned.containsAll(known)
          || invocation.surroundings().monotonicMs().getAsLong() > deadline) {
        return;
      }
      known.forEach(node -> screen.working(node, "waiting for the agent to come back"));
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.of("interrupted while waiting for agents", "", e);
    }
  }
}
