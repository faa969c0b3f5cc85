package dev.plumbline.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {
  private static final Place NODE = new Place("n2", "10.0.0.2", 2, 2);
  private static final Exit KILLED = Exit.of(137, "");

  private static JobRecord ended(JobSpec spec, Verdict verdict) {
    return JobRecord.asked(7, Specs.asked(spec), Instant.EPOCH).judged(verdict);
  }

  private static Verdict failed(Cause cause) {
    return new Verdict(
        JobPhase.FAILED, Optional.of(cause), List.of("why"), 137, Optional.of(KILLED), List.of());
  }

  private static Verdict told(JobSpec spec, Verdict verdict, Shortage shortage) {
    return OutOfMemory.told(ended(spec, verdict), NODE, shortage).verdict().orElseThrow();
  }

  @Test
  void theLimitOfTheRanksIsTheCause() {
    JobSpec spec = Specs.limited(Specs.mpi(4), 64 << 20);
    Verdict verdict = told(spec, failed(Cause.SIGNAL), Shortage.LIMIT);

    assertThat(verdict.cause()).contains(Cause.MEMORY);
    assertThat(verdict.code()).isEqualTo(137);
    assertThat(verdict.why())
        .containsExactly(
            "why",
            "memory ran out: the kernel ended a process of the job on n2, where 2 ranks had used"
                + " all that memory_per_rank allows, 64.0 MiB each; raise it in the job file");
  }

  @Test
  void aNodeWithoutMemoryIsTheCauseWithoutALimit() {
    Verdict verdict = told(Specs.command(), failed(Cause.PROGRAM), Shortage.NODE);

    assertThat(verdict.cause()).contains(Cause.MEMORY);
    assertThat(verdict.why().getLast()).contains("on n2, which had none left");
  }

  @Test
  void aCodeThatIsNotTheProgramsKeepsItsCause() {
    Verdict verdict = told(Specs.mpi(4), failed(Cause.LAUNCHER), Shortage.NODE);

    assertThat(verdict.cause()).contains(Cause.LAUNCHER);
    assertThat(verdict.why()).hasSize(2);
  }

  @Test
  void whoSucceededOrWasCancelledHadNoTrouble() {
    Verdict good = Running.success().withExit(Exit.of(0, ""));
    assertThat(told(Specs.mpi(4), good, Shortage.LIMIT)).isEqualTo(good);
    Verdict cancelled = Verdict.cancelled("anna").withExit(KILLED);
    assertThat(told(Specs.mpi(4), cancelled, Shortage.LIMIT)).isEqualTo(cancelled);
    assertThat(told(Specs.mpi(4), failed(Cause.SIGNAL), Shortage.NONE))
        .isEqualTo(failed(Cause.SIGNAL));
  }
}
