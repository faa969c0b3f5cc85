package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.JobJson;
import dev.plumbline.controller.cli.render.JobsText;
import dev.plumbline.controller.cli.screen.StatusScreen;

/** {@code plumb jobs}: lists jobs, the latest first. */
final class JobsVerb implements Verb {
  private static final int USUAL = 20;

  @Override
  public int run(Invocation invocation) {
    int count = invocation.number(Commands.COUNT, USUAL);
    Output output = invocation.output();
    boolean watch = invocation.has(Commands.WATCH);
    StatusScreen screen =
        new StatusScreen(output.out(), watch && !output.json() && output.terminal().shows());
    JobsText text = new JobsText(output.ink(), invocation.surroundings().zone().get());
    invocation
        .controller()
        .jobs()
        .list(
            watch,
            count,
            report -> {
              if (output.json()) {
                output.json(JobJson.report(report));
                output.out().flush();
              } else {
                screen.show(() -> text.lines(report, invocation.surroundings().now().get()));
              }
            });
    return ExitCode.CONVERGED;
  }
}
