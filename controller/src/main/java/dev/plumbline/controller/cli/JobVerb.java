package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.JobJson;
import dev.plumbline.controller.cli.render.JobText;
import dev.plumbline.controller.client.job.JobRecord;

/** {@code plumb job}: says everything about one job. */
final class JobVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    JobRecord record = invocation.controller().jobs().get(JobIds.of(invocation));
    Output output = invocation.output();
    if (output.json()) {
      output.json(JobJson.of(record));
    } else {
      output.lines(
          new JobText(output.ink(), invocation.surroundings().zone().get())
              .lines(record, invocation.surroundings().now().get()));
    }
    return ExitCode.CONVERGED;
  }
}
