package dev.plumbline.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final List<String> said = new ArrayList<>();
  private final Ledger ledger = new Ledger(said::add);

  @Test
  void tellsOfEachExecutorAndOfItsEndWithItsOwnWords() {
    ledger.lives("0 spark-on-worker1");
    ledger.ended("0", "spark-on-worker1", "\nWARN this\nERROR that\n");
    ledger.sumUp();

    assertThat(said)
        .containsExactly(
            "executor 0 runs on worker1",
            "executor 0 on worker1 ended; 1 has so far. Its log ends so:",
            "  | WARN this",
            "  | ERROR that",
            "executors: 1 worked, on worker1; 1 ended early");
    assertThat(ledger.knowsEnd("0")).isTrue();
  }

  @Test
  void isHopelessWhenNoneComesToLife() {
    for (int i = 0; i < 4; i++) {
      assertThat(ledger.hopeless()).isFalse();
      ledger.ended(Integer.toString(i), "spark-on-worker2", "");
    }

    assertThat(ledger.hopeless()).isTrue();
    ledger.lives("4 spark-on-worker2");
    assertThat(ledger.hopeless()).isFalse();
  }

  @Test
  void oneThatWorkedAndEndedIsNoReasonToGiveUp() {
    for (int i = 0; i < 9; i++) {
      ledger.lives(i + " spark-on-worker1");
      ledger.ended(Integer.toString(i), "spark-on-worker1", "killed");
    }

    assertThat(ledger.hopeless()).isFalse();
  }
}
