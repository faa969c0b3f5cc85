package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.JobJson;
import dev.plumbline.controller.cli.render.JobEndText;
import dev.plumbline.controller.client.job.JobEvent;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.Jobs;
import java.util.concurrent.atomic.AtomicReference;

/** {@code plumb cancel}: ends a job, and waits until nothing of it is left. */
final class CancelVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    Jobs jobs = invocation.controller().jobs();
    long job = JobIds.of(invocation);
    String refused = jobs.cancel(job);
    if (!refused.isEmpty()) {
      throw Trouble.of(refused, "");
    }
    AtomicReference<JobRecord> record = new AtomicReference<>(jobs.get(job));
    if (!record.get().isOver()) {
      jobs.follow(
          job,
          record.get().logSize(),
          true,
          event -> {
            if (event instanceof JobEvent.Done done) {
              record.set(done.record());
            }
          });
    }
    Output output = invocation.output();
    if (output.json()) {
      output.json(JobJson.of(record.get()));
    } else {
      output.lines(new JobEndText(output.ink()).lines(record.get(), false));
    }
    return ExitCode.CONVERGED;
  }
}
