package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.Desired;
import dev.plumbline.controller.client.Enrollment;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.controller.contact.ContactException;
import dev.plumbline.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sees to it that every node of a run has an agent. */
final class Preparation {
  private final Invocation invocation;
  private final Inventory inventory;
  private final Controllers.Ensured ensured;
  private final Screen screen;
  private final Follower follower;
  private final Arrivals arrivals;

  Preparation(
      Invocation invocation,
      Inventory inventory,
      Controllers.Ensured ensured,
      Screen screen,
      Follower follower) {
    this.invocation = invocation;
    this.inventory = inventory;
    this.ensured = ensured;
    this.screen = screen;
    this.follower = follower;
    this.arrivals =
        new Arrivals(ensured.controller(), screen, invocation.surroundings().monotonicMs());
  }

  /**
   * What became of the nodes that had no agent.
   *
   * @param exitCode the worst of it
   */
  record Prepared(List<RunEvent.Failed> unreached, int exitCode) {}

  /** Installs the agent where none is connected. */
  Prepared installMissing(Desired desired, List<String> nodes) {
    Controller controller = ensured.controller();
    Enrollment enrollment = controller.enroll(desired);
    List<String> missing = new ArrayList<>(nodes);
    missing.removeAll(enrollment.connected());
    if (ensured.fresh() && !missing.isEmpty()) {
      // Agents that a controller knows from before come by themselves.
      arrivals.await(arrivals.known(missing), Arrivals.TO_RECONNECT_MS);
      // Asked again, because an agent of another build comes back too and must be replaced.
      missing.removeAll(controller.enroll(desired).connected());
    }
    return missing.isEmpty()
        ? new Prepared(List.of(), ExitCode.CONVERGED)
        : install(controller, enrollment, missing);
  }

  /** Installs the agent on all of these. */
  Prepared install(Controller controller, Enrollment enrollment, List<String> missing) {
    Agents agents = new Agents(invocation, inventory, screen, follower);
    Map<String, ContactException> failures = agents.install(controller, enrollment, missing);
    List<RunEvent.Failed> unreached = new ArrayList<>();
    int exitCode = ExitCode.CONVERGED;
    for (Map.Entry<String, ContactException> failure : failures.entrySet()) {
      ContactException why = failure.getValue();
      unreached.add(new RunEvent.Failed(failure.getKey(), why.message(), why.remedy()));
      exitCode = ExitCode.worst(exitCode, why.isUnreached() ? ExitCode.UNREACHED : ExitCode.ERROR);
    }
    for (RunEvent.Failed silent : silent(agents, missing, failures)) {
      follower.accept(silent);
      unreached.add(silent);
      exitCode = ExitCode.ERROR;
    }
    return new Prepared(unreached, exitCode);
  }

  /** Agents that were installed and do not connect, each with its own last words. */
  private List<RunEvent.Failed> silent(
      Agents agents, List<String> missing, Map<String, ContactException> failures) {
    List<String> silent = new ArrayList<>(missing);
    silent.removeAll(failures.keySet());
    silent.removeAll(arrivals.await(List.copyOf(silent), Arrivals.TO_BEGIN_MS));
    if (silent.isEmpty()) {
      return List.of();
    }
    Map<String, String> journals = agents.journals(silent);
    return silent.stream()
        .map(node ->
            new RunEvent.Failed(
                node,
                "the agent was installed and does not connect; it says: "
                    + journals.getOrDefault(node, "nothing"),
                "look at 'journalctl -u plumbline-agent' there"))
        .toList();
  }
}
