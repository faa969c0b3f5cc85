package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.ReportJson;
import dev.plumbline.controller.cli.render.HistoryText;
import dev.plumbline.controller.client.HistoryEntry;
import java.util.List;

/** {@code plumb history}: lists past runs. */
final class HistoryVerb implements Verb {
  private static final int USUAL = 20;

  @Override
  public int run(Invocation invocation) {
    int count = invocation.number(Commands.COUNT, USUAL);
    List<HistoryEntry> entries = invocation.controller().history(count);
    Output output = invocation.output();
    if (output.json()) {
      output.json(ReportJson.history(entries));
    } else {
      output.lines(
          new HistoryText(output.ink(), invocation.surroundings().zone().get()).lines(entries));
    }
    return ExitCode.CONVERGED;
  }
}
