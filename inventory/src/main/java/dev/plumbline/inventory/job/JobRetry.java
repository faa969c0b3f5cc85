package dev.plumbline.inventory.job;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import java.util.List;

/** What is tried again. */
@Doc("Whether a job is started anew when it was not its own fault that it ended.")
public record JobRetry(
    @Doc("How often it is started anew at most, 0 to 100.") @Default("0") int times,
    @Doc("After what: node-lost, a node of the job was lost.") List<RetryCause> on) {

  /** Nothing is tried again. */
  static final JobRetry NEVER = new JobRetry(0, List.of());

  public JobRetry {
    on = on.isEmpty() ? List.of(RetryCause.NODE_LOST) : List.copyOf(on);
    new Checks()
        .that(
            times >= 0 && times <= 100,
            "job-retry-times",
            "times",
            "times " + times + " is out of range 0 to 100")
        .done();
  }
}
