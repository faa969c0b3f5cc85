package dev.plumbline.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is made of how programs, daemons and nodes end. */
class EndsTest {
  private static final Place HEAD = new Place("n1", "10.0.0.1", 2, 2);
  private static final Place WORKER = new Place("n2", "10.0.0.2", 2, 2);
  private static final String LOST = "mpirun lost its daemon on n2";

  private final Map<String, NodeSight> nodes = new HashMap<>();
  private JobSpec spec = Specs.mpi(4);

  private static Exit exit(int code, String cause, Exit.Blame blame) {
    return new Exit(code, cause, "", OptionalInt.empty(), blame);
  }

  private EndsTest ended(Place place, Exit exit) {
    return sees(place, true, Optional.of(exit), List.of());
  }

  private EndsTest orted(Exit exit) {
    return sees(
        WORKER,
        true,
        Optional.empty(),
        List.of(new Relay("r1", "n2", List.of(), Optional.of(exit))));
  }

  private EndsTest sees(Place place, boolean live, Optional<Exit> exit, List<Relay> relays) {
    JobReport.Phase phase = exit.isPresent() ? JobReport.Phase.ENDED : JobReport.Phase.RUNNING;
    JobReport report =
        new JobReport(
            phase,
            0,
            0,
            Optional.empty(),
            exit,
            0,
            relays,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Shortage.NONE);
    nodes.put(
        place.node(),
        new NodeSight(
            live,
            0,
            live ? Optional.of(report) : Optional.empty(),
            0,
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            new Drift.Seen(List.of()),
            0));
    return this;
  }

  private JobRecord after(Duration elapsed) {
    for (Place place : List.of(HEAD, WORKER)) {
      if (!nodes.containsKey(place.node())) {
        sees(place, true, Optional.empty(), List.of());
      }
    }
    JobRecord job =
        JobRecord.asked(7, Specs.asked(spec), Instant.EPOCH)
            .placed(List.of(HEAD, WORKER))
            .in(JobPhase.CHECKING, List.of(), Instant.EPOCH)
            .in(JobPhase.STARTING, List.of(), Instant.EPOCH)
            .in(JobPhase.RUNNING, List.of(), Instant.EPOCH);
    return Driver.decide(
            new JobView(
                job,
                Instant.EPOCH,
                elapsed.toNanos(),
                0,
                nodes,
                List.of(),
                "n",
                true,
                1,
                Deadlines.USUAL))
        .job();
  }

  private void assertEnd(JobPhase end, Cause cause, int code, String why) {
    Verdict verdict = after(Duration.ZERO).verdict().orElseThrow();
    assertThat(verdict.end()).isEqualTo(end);
    assertThat(verdict.cause()).contains(cause);
    assertThat(verdict.code()).isEqualTo(code);
    assertThat(verdict.why()).containsExactly(why);
  }

  @Test
  void aRankThatFailsIsSaidOnce() {
    ended(
        HEAD,
        new Exit(
            7, "rank 3 on n2 ended with exit code 7", "", OptionalInt.of(3), Exit.Blame.PROGRAM));
    assertEnd(JobPhase.FAILED, Cause.PROGRAM, 7, "rank 3 on n2 ended with exit code 7");
  }

  @Test
  void aSignalIsACauseOfItsOwn() {
    spec = Specs.command();
    ended(HEAD, Exit.of(0, "")).ended(WORKER, Exit.of(137, "ended by signal 9"));
    assertEnd(JobPhase.FAILED, Cause.SIGNAL, 137, "the program on n2 was ended by signal 9");
  }

  @Test
  void aLostNodeIsNotTheProgramsCode() {
    ended(HEAD, exit(205, LOST, Exit.Blame.LAUNCHER));
    assertEnd(JobPhase.LOST, Cause.NODE_LOST, 125, LOST);
    // Its orted ends by itself when it has lost its way to mpirun.
    orted(Exit.of(1, "the daemon of MPI on n2 ended with 1"));
    assertEnd(JobPhase.LOST, Cause.NODE_LOST, 125, LOST);
    sees(WORKER, false, Optional.empty(), List.of());
    assertEnd(JobPhase.LOST, Cause.NODE_LOST, 125, LOST);
    assertThat(after(Duration.ZERO).verdict().orElseThrow().exit())
        .hasValueSatisfying(exit -> assertThat(exit.code()).isEqualTo(205));
  }

  @Test
  void aKilledOrtedIsTheLaunchers() {
    ended(HEAD, exit(205, LOST, Exit.Blame.LAUNCHER)).orted(Exit.of(137, ""));
    assertEnd(
        JobPhase.LOST,
        Cause.LAUNCHER,
        125,
        LOST + ": orted, which starts the ranks on n2, was ended by signal 9");
  }

  @Test
  void aNodeThatWasRestartedIsLost() {
    ended(HEAD, exit(205, LOST, Exit.Blame.LAUNCHER))
        .orted(exit(137, "n2 was restarted while ranks ran there", Exit.Blame.NODE));
    assertEnd(
        JobPhase.LOST, Cause.NODE_LOST, 125, LOST + ": n2 was restarted while ranks ran there");
    ended(HEAD, exit(137, "n1 was restarted while the program ran", Exit.Blame.NODE));
    assertEnd(JobPhase.LOST, Cause.NODE_LOST, 125, "n1 was restarted while the program ran");
  }

  @Test
  void ranksThatCannotStartAreNotTheProgramsCode() {
    ended(HEAD, exit(1, "mpirun could not start its daemons on all nodes", Exit.Blame.LAUNCHER))
        .orted(Exit.of(126, "the ticket of job 7 on n2 has expired; run the job again"));
    assertEnd(
        JobPhase.FAILED,
        Cause.LAUNCHER,
        125,
        "mpirun could not start its daemons on all nodes; the ticket of job 7 on n2 has expired;"
            + " run the job again");
  }

  @Test
  void aNodeThatIsNotHeardForLongEndsTheJobAlsoWhereOnlyRanksRun() {
    sees(WORKER, false, Optional.empty(), List.of());
    assertThat(after(Duration.ofSeconds(119)).phase()).isEqualTo(JobPhase.RUNNING);
    JobRecord lost = after(Duration.ofMinutes(2));
    assertThat(lost.phase()).isEqualTo(JobPhase.COLLECTING);
    assertThat(lost.verdict().orElseThrow().why())
        .containsExactly("n2 has not been heard for 120 s");
  }
}
