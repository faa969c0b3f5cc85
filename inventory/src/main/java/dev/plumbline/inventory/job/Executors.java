package dev.plumbline.inventory.job;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Doc;
import java.util.Optional;

/** The executors of a Spark job. */
@Doc("The executors of Spark.")
public record Executors(
    @Doc("How many. Without it, one on each worker.") Optional<Integer> count,
    @Doc("Cores of one executor. Without it, all of its worker's.") Optional<Integer> cores,
    @Doc("Memory of one executor, with a unit: 1GiB. Without it, what Spark takes.")
        Optional<ByteSize> memory) {

  /** What holds where the job file says nothing. */
  static final Executors DEFAULT =
      new Executors(Optional.empty(), Optional.empty(), Optional.empty());

  public Executors {
    new Checks()
        .that(
            count.isEmpty() || count.get() >= 1,
            "job-executors",
            "count",
            "a job of Spark needs at least 1 executor")
        .that(
            cores.isEmpty() || cores.get() >= 1,
            "job-executors",
            "cores",
            "an executor needs at least 1 core")
        .done();
  }
}
