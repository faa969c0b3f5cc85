package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.PlanJson;
import dev.plumbline.controller.cli.render.NodeResult;
import dev.plumbline.controller.cli.render.PlanText;
import dev.plumbline.controller.cli.render.PlanTotals;
import dev.plumbline.controller.client.NodeState;
import dev.plumbline.resources.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what a plan or a drift check found.
 *
 * @param comparedWith for JSON
 * @param title the first line, which says what the nodes were compared with
 * @param nothing what is said where no node differs
 * @param next what to do about differences
 */
record PlanReport(String comparedWith, String title, String nothing, String next) {
  /**
   * Prints it.
   *
   * @param before an exit code that the result cannot better
   * @return the exit code
   */
  int print(Output output, List<NodeResult> results, int before) {
    int exitCode = before;
    for (NodeResult result : results) {
      exitCode = ExitCode.worst(exitCode, code(result.state()));
    }
    if (output.json()) {
      output.json(PlanJson.of(comparedWith, exitCode, results));
      return exitCode;
    }
    output.line(output.ink().bold(title));
    output.line("");
    List<NodeResult> shown = results.stream().filter(PlanReport::says).toList();
    if (!shown.isEmpty()) {
      output.lines(new PlanText(output.ink(), output.width(), output.verbose()).lines(shown));
      output.line("");
    }
    output.line(total(results));
    return exitCode;
  }

  private static int code(NodeState state) {
    return switch (state) {
      case CONVERGED -> ExitCode.CONVERGED;
      case DIFFERS, PLANNED, WAITING -> ExitCode.DIFFERS;
      case FAILED -> ExitCode.ERROR;
      case UNKNOWN, OFFLINE, OBSERVING, APPLYING -> ExitCode.UNREACHED;
    };
  }

  /** A node that agrees in everything needs no lines of its own. */
  private static boolean says(NodeResult result) {
    return result
        .plan()
        .map(plan -> !plan.isEmpty() || !plan.unmanaged().isEmpty() || !result.failures().isEmpty())
        .orElse(true);
  }

  private String total(List<NodeResult> results) {
    int agree = results.stream().mapToInt(node -> node.plan().map(Plan::unchanged).orElse(0)).sum();
    String totals = PlanTotals.of(results);
    if (results.stream().allMatch(node -> node.state() == NodeState.CONVERGED)) {
      return nothing + " (" + agree + " resources).";
    }
    long differ = count(results, ExitCode.DIFFERS);
    List<String> states = new ArrayList<>();
    states.add(differ + " of " + nodes(results.size()) + (differ == 1 ? " differs" : " differ"));
    addUnlessNone(states, count(results, ExitCode.ERROR), "failed");
    addUnlessNone(states, count(results, ExitCode.UNREACHED), "not reached");
    List<String> parts = new ArrayList<>();
    long agents = results.stream().filter(NodeResult::agentMissing).count();
    addUnlessNone(parts, agents, agents == 1 ? "agent to install" : "agents to install");
    if (!totals.isEmpty()) {
      parts.add(totals);
    }
    return String.join(", ", states)
        + (parts.isEmpty() ? "." : ": " + String.join(", ", parts) + ".")
        + (differ == 0 ? "" : " " + next);
  }

  private static long count(List<NodeResult> results, int code) {
    return results.stream().filter(node -> code(node.state()) == code).count();
  }

  private static void addUnlessNone(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  static String nodes(int count) {
    return count == 1 ? "1 node" : count + " nodes";
  }
}
