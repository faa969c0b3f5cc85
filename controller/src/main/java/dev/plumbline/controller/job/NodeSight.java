package dev.plumbline.controller.job;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known at the moment of a job on one of its nodes.
 *
 * @param live whether its agent is connected
 * @param since when that changed last: monotonic, nanoseconds
 * @param report what its agent said last in this session; empty if it has said nothing yet
 * @param heard when that came
 * @param moved when the report changed last
 * @param prepareTold when it was told to prepare, in this session
 * @param collectTold when it was told to collect, in this session
 * @param listening its answer to the first inspection
 * @param reaching its answer to the second
 * @param logKept how much of its log is here, bytes
 */
public record NodeSight(
    boolean live,
    long since,
    Optional<JobReport> report,
    long heard,
    long moved,
    OptionalLong prepareTold,
    OptionalLong collectTold,
    Optional<Inspection> listening,
    Optional<Inspection> reaching,
    Drift drift,
    long logKept) {
  /** The phase that was reported, if anything was. */
  Optional<JobReport.Phase> phase() {
    return report.map(JobReport::phase);
  }

  /** Whether its agent says that it came no further, and was told in this session to try again. */
  boolean isStuck(OptionalLong told) {
    return report.filter(said -> !said.problems().isEmpty()).isPresent()
        && told.isPresent()
        && heard > told.getAsLong();
  }

  /** Whether that was reported. */
  boolean is(JobReport.Phase phase) {
    return phase().filter(phase::equals).isPresent();
  }
}
