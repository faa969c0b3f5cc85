package dev.plumbline.controller.job.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.job.Inspection;
import dev.plumbline.controller.job.JobReport;
import dev.plumbline.controller.job.NodeSight;
import dev.plumbline.controller.job.Shortage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveNodeTest {
  private static JobReport report(Map<String, String> values, List<Inspection.Reached> reached) {
    return new JobReport(
        JobReport.Phase.PREPARED,
        0,
        0,
        Optional.of(new Inspection("nonce", values, reached, 4000)),
        Optional.empty(),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Shortage.NONE);
  }

  @Test
  void whatTheFirstLookSawHoldsAfterTheSecond() {
    LiveNode node = new LiveNode();
    node.said(report(Map.of("program", ""), List.of()), "nonce", 1);
    node.said(report(Map.of(), List.of(new Inspection.Reached("n2", "", 1500))), "nonce", 2);

    NodeSight sight = node.sight(0, 0);
    assertThat(sight.listening().flatMap(seen -> seen.value("program"))).isEqualTo(Optional.of(""));
    assertThat(sight.reaching().orElseThrow().reached()).hasSize(1);
  }

  @Test
  void anotherAttemptWritesItsLogAnew() {
    LiveNode node = new LiveNode();
    node.keptTold = 5 << 20;
    node.checkAnew();
    assertThat(node.keptTold).isNegative(); // Or its agent would wait to hear of so much again.
  }
}
