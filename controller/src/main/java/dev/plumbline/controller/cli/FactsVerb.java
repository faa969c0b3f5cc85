package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.ReportJson;
import dev.plumbline.controller.cli.render.FactsText;
import dev.plumbline.controller.client.NodeFacts;
import java.util.List;

/** {@code plumb facts}: says what the nodes have and nobody manages. */
final class FactsVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    List<String> limit =
        invocation.has(Commands.LIMIT) ? invocation.limit(invocation.inventory()) : List.of();
    List<NodeFacts> facts = invocation.controller().facts(limit);
    Output output = invocation.output();
    if (output.json()) {
      output.json(ReportJson.facts(facts));
    } else {
      output.lines(new FactsText(output.ink()).lines(facts));
    }
    return facts.stream().allMatch(node -> node.failure().isEmpty())
        ? ExitCode.CONVERGED
        : ExitCode.UNREACHED;
  }
}
