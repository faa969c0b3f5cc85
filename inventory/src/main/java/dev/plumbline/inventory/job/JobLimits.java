package dev.plumbline.inventory.job;

import dev.plumbline.resources.Doc;
import java.util.Optional;

/** Where a job is ended. */
@Doc("Where a job is ended. Without a limit there is none.")
public record JobLimits(
    @Doc(
            "How long the program may run, with a unit: 90s, 20m, 1h30m, 2d. After that it is"
                + " ended, and the exit code is 124.")
        Optional<TimeSpan> maxRuntime,
    @Doc("The memory of one rank, with a unit: 512MiB, 1GiB.") Optional<ByteSize> memoryPerRank) {

  /** No limits. */
  static final JobLimits NONE = new JobLimits(Optional.empty(), Optional.empty());
}
