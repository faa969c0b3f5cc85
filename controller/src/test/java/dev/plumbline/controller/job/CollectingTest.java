package dev.plumbline.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CollectingTest {
  private static final Place PLACE = new Place("n1", "10.0.0.1", 2, 2);
  private static final Usage USAGE = new Usage(Duration.ofSeconds(3), 1 << 20);

  private static JobRecord cleaned(JobSpec spec) {
    JobReport clean =
        new JobReport(
            JobReport.Phase.CLEAN,
            0,
            0,
            Optional.empty(),
            Optional.of(Exit.of(0, "")),
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(USAGE),
            Shortage.NONE);
    NodeSight node =
        new NodeSight(
            true,
            0,
            Optional.of(clean),
            0,
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            new Drift.Seen(List.of()),
            0);
    JobRecord job =
        JobRecord.asked(7, Specs.asked(spec), Instant.EPOCH)
            .placed(List.of(PLACE))
            .in(JobPhase.CHECKING, List.of(), Instant.EPOCH)
            .in(JobPhase.STARTING, List.of(), Instant.EPOCH)
            .in(JobPhase.RUNNING, List.of(), Instant.EPOCH)
            .end(Verdict.cancelled("ada"), Instant.EPOCH);
    return Driver.decide(
            new JobView(
                job,
                Instant.EPOCH,
                0,
                0,
                Map.of(PLACE.node(), node),
                List.of(),
                "n",
                true,
                1,
                Deadlines.USUAL))
        .job();
  }

  @Test
  void whatAJobUsedIsKept() {
    assertThat(cleaned(Specs.command()).share(PLACE.node()).usage()).contains(USAGE);
  }
}
