package dev.plumbline.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobPhaseTest {
  /** The table, as the documentation shows it. */
  private static final String TABLE =
      """
      QUEUED → SENDING CHECKING FAILED CANCELLED
      SENDING → QUEUED CHECKING FAILED CANCELLED LOST
      CHECKING → QUEUED STARTING SUCCEEDED FAILED CANCELLED LOST
      STARTING → RUNNING COLLECTING
      RUNNING → COLLECTING
      COLLECTING → QUEUED SUCCEEDED FAILED CANCELLED TIMED_OUT LOST
      SUCCEEDED →
      FAILED →
      CANCELLED →
      TIMED_OUT →
      LOST →
      """;

  @Test
  void goesThroughTheTableAndNoOtherWay() {
    String table =
        Arrays.stream(JobPhase.values())
            .map(phase ->
                (phase
                        + " → "
                        + Arrays.stream(JobPhase.values())
                            .filter(phase::mayBecome)
                            .map(Enum::name)
                            .collect(Collectors.joining(" ")))
                    .strip())
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(table).isEqualTo(TABLE);
  }

  @Test
  void everyCauseHasItsWord() {
    for (Cause cause : Cause.values()) {
      assertThat(Cause.of(cause.word())).isEqualTo(cause);
    }
  }
}
