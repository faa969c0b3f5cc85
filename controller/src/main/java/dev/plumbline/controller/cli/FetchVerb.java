package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.content.Download;
import dev.plumbline.controller.cli.json.JobJson;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.Jobs;
import java.util.List;

/** {@code plumb fetch}: brings the outputs of a job here. */
final class FetchVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    String to =
        invocation
            .arguments()
            .value(Commands.TO)
            .orElseThrow(() -> Trouble.of("nobody says where to", "say --to DIR"));
    Jobs jobs = invocation.controller().jobs();
    JobRecord record = jobs.get(JobIds.of(invocation));
    if (record.outputs().isEmpty()) {
      throw Trouble.of("job " + record.id() + " has no outputs: " + reason(record), "");
    }
    List<Download.Fetched> fetched = Outputs.fetch(invocation, jobs, record, to);
    if (invocation.output().json()) {
      invocation.output().json(JobJson.fetched(record.id(), to, fetched));
    }
    return ExitCode.CONVERGED;
  }

  private static String reason(JobRecord record) {
    if (!record.isOver()) {
      return "it is " + record.state().phase().spoken();
    }
    return record.asked().required().isEmpty() && record.asked().optional().isEmpty()
        ? "its job file names none"
        : "it " + record.state().phase().spoken() + ", and left none of those that are named";
  }
}
