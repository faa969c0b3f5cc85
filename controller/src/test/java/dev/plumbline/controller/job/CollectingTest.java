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
  private static final JobReport CLEAN =
      new JobReport(
          JobReport.Phase.CLEAN,
          0,
          0,
          Optional.empty(),
          Optional.of(Exit.of(0, "")),
          9,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.of(USAGE),
          Shortage.NONE);
  private static final Verdict SUCCESS = Running.success().withExit(Exit.of(0, ""));

  private static JobRecord collecting(JobSpec spec, Verdict verdict) {
    return JobRecord.asked(7, Specs.asked(spec), Instant.EPOCH)
        .placed(List.of(PLACE))
        .in(JobPhase.CHECKING, List.of(), Instant.EPOCH)
        .in(JobPhase.STARTING, List.of(), Instant.EPOCH)
        .in(JobPhase.RUNNING, List.of(), Instant.EPOCH)
        .end(verdict, Instant.EPOCH);
  }

  /** A node that is there, and was told to collect long ago. */
  private static NodeSight node(Optional<JobReport> report, long logKept) {
    return new NodeSight(
        true,
        0,
        report,
        2,
        0,
        OptionalLong.empty(),
        OptionalLong.of(1),
        Optional.empty(),
        Optional.empty(),
        new Drift.Seen(List.of()),
        logKept);
  }

  private static JobRecord decided(JobRecord job, NodeSight node) {
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

  private static JobReport with(JobReport.Phase phase, Obstacle problem) {
    return new JobReport(
        phase,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(problem),
        Optional.empty(),
        Shortage.NONE);
  }

  @Test
  void whatAJobUsedIsKept() {
    JobRecord job = collecting(Specs.command(), Verdict.cancelled("ada"));
    assertThat(decided(job, node(Optional.of(CLEAN), 9)).share(PLACE.node()).usage())
        .contains(USAGE);
  }

  @Test
  void theRestOfTheLogIsWaitedForAlsoOfANodeThatHasJustComeBack() {
    JobRecord job =
        collecting(Specs.command(), SUCCESS)
            .with(PLACE.node(), NodeShare.NONE.cleaned(Optional.of(USAGE)));

    assertThat(decided(job, node(Optional.of(CLEAN), 4)).phase()).isEqualTo(JobPhase.COLLECTING);
    assertThat(decided(job, node(Optional.empty(), 4)).phase()).isEqualTo(JobPhase.COLLECTING);
    assertThat(decided(job, node(Optional.of(CLEAN), 9)).phase()).isEqualTo(JobPhase.SUCCEEDED);
  }

  @Test
  void unitsThatResistAreLeftAlsoWhereNothingElseIsKnownOfTheJob() {
    JobRecord job = collecting(Specs.command(), SUCCESS);
    Obstacle resists = Obstacle.firm("a unit cannot be ended", "end it");

    assertThat(
            decided(job, node(Optional.of(JobReport.of(JobReport.Phase.UNKNOWN)), 0))
                .share(PLACE.node())
                .clean())
        .isTrue();
    assertThat(
            decided(job, node(Optional.of(with(JobReport.Phase.UNKNOWN, resists)), 0))
                .share(PLACE.node())
                .clean())
        .isFalse();
  }

  @Test
  void outputsThatCannotBeReadAreNoLostNodeAndNoReasonToDoItAllAgain() {
    JobSpec spec = Specs.with(Specs.giving(Specs.command(), "out"), 1, Optional.empty());
    JobRecord job =
        collecting(spec, SUCCESS).with(PLACE.node(), NodeShare.NONE.cleaned(Optional.of(USAGE)));
    Obstacle full = Obstacle.firm("the disk of the controller is full", "free some space");

    JobRecord told = decided(job, node(Optional.of(with(JobReport.Phase.COLLECTING, full)), 9));
    JobRecord over = decided(told, node(Optional.of(CLEAN), 9));

    assertThat(over.phase()).isEqualTo(JobPhase.LOST);
    assertThat(over.verdict().orElseThrow().cause()).contains(Cause.MISSING_OUTPUT);
    assertThat(over.verdict().orElseThrow().why())
        .containsExactly(
            "n1 could not send its outputs: the disk of the controller is full; free some space");
  }
}
