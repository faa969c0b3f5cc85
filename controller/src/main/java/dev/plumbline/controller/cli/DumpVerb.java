package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.Json;
import dev.plumbline.controller.client.job.Jobs;

/** {@code plumb dump}: asks the Java ranks of a job what their threads do. */
final class DumpVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    Jobs jobs = invocation.controller().jobs();
    long job = JobIds.of(invocation);
    String refused = jobs.dump(job);
    if (!refused.isEmpty()) {
      throw Trouble.of(refused, "");
    }
    Output output = invocation.output();
    if (output.json()) {
      output.json(new Json().put("job", job));
    } else {
      output.line("The Java ranks of job " + job + " write their threads into its log.");
      output.line("'plumb logs " + job + "' shows them.");
    }
    return ExitCode.CONVERGED;
  }
}
