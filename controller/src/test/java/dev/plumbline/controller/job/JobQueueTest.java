package dev.plumbline.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobQueueTest {
  private final List<JobRecord> jobs = new ArrayList<>();
  private List<Standing> nodes = List.of(fit("a"), fit("b"), fit("c"));

  private static Standing fit(String node) {
    return node(node, true, false, Optional.empty());
  }

  private static Standing node(String node, boolean live, boolean coming, Optional<String> drain) {
    return new Standing(node, "10.0.0.1", 2, live, coming, "away", drain, false, Optional.empty());
  }

  private JobQueueTest job(JobSpec spec) {
    jobs.add(JobRecord.asked(jobs.size() + 1, Specs.asked(spec), Instant.EPOCH));
    return this;
  }

  private Map<Long, Turn> turns() {
    return JobQueue.decide(jobs, nodes, Map.of());
  }

  private static Turn begin(String... nodesAndRanks) {
    List<Place> places = new ArrayList<>();
    for (String part : nodesAndRanks) {
      String[] words = part.split("=", -1);
      places.add(new Place(words[0], "10.0.0.1", 2, Integer.parseInt(words[1])));
    }
    return new Turn.Begin(places);
  }

  @Test
  void fillsANodeBeforeTheNext() {
    job(Specs.mpi(3));
    assertThat(turns().get(1L)).isEqualTo(begin("a=2", "b=1"));
  }

  @Test
  void takesEverySlotUnlessToldOtherwise() {
    job(Specs.mpi(0));
    assertThat(turns().get(1L)).isEqualTo(begin("a=2", "b=2", "c=2"));
  }

  @Test
  void whoCameFirstIsServedFirstAndTheOthersHearWhy() {
    job(Specs.mpi(5)).job(Specs.mpi(2)).job(Specs.mpi(1));
    Map<Long, Turn> turns = turns();
    assertThat(turns.get(1L)).isEqualTo(begin("a=2", "b=2", "c=1"));
    assertThat(turns.get(2L))
        .isEqualTo(
            new Turn.Wait(
                List.of(
                    "a has 0 of 2 slots free: job 1 (mnist) runs there",
                    "b has 0 of 2 slots free: job 1 (mnist) runs there",
                    "c has 1 of 2 slots free: job 1 (mnist) runs there")));
    assertThat(turns.get(3L))
        .isEqualTo(
            new Turn.Wait(List.of("job 2 (mnist) came before it and waits for the same nodes")));
  }

  @Test
  void whatIsOnlyCheckedHearsWhatItWouldWaitFor() {
    job(Specs.mpi(5));
    jobs.add(JobRecord.asked(2, Specs.check(Specs.mpi(2)), Instant.EPOCH));
    jobs.set(0, JobQueue.after(jobs.getFirst(), begin("a=2", "b=2", "c=1"), Instant.EPOCH));
    assertThat(turns().get(2L))
        .isInstanceOfSatisfying(
            Turn.Check.class,
            turn ->
                assertThat(turn.why())
                    .hasSize(3)
                    .contains("a has 0 of 2 slots free: job 1 (mnist) runs there"));
  }

  @Test
  void whoWantsToBeElsewhereMayGoAhead() {
    job(Specs.onNodes(Specs.mpi(4), 0, "a", "b"))
        .job(Specs.onNodes(Specs.mpi(3), 0, "a", "b"))
        .job(Specs.onNodes(Specs.mpi(2), 0, "c"));
    assertThat(turns().get(2L)).isInstanceOf(Turn.Wait.class);
    assertThat(turns().get(3L)).isEqualTo(begin("c=2"));
  }

  @Test
  void choosesNodesThatAreFit() {
    nodes = List.of(node("a", true, false, Optional.of("a new disk")), fit("b"), fit("c"));
    job(Specs.onNodes(Specs.mpi(0), 1)).job(Specs.onNodes(Specs.mpi(0), 3));
    assertThat(turns().get(1L)).isEqualTo(begin("b=2"));
    assertThat(turns().get(2L)).isInstanceOf(Turn.Check.class);
  }

  @Test
  void leavesOutWhatIsNotFitWhereNoNodesAreNamedAndTheRanksFitWithout() {
    nodes = List.of(node("a", true, false, Optional.of("a new disk")), fit("b"), fit("c"));
    job(Specs.mpi(4)).job(Specs.mpi(5)).job(Specs.mpi(0));
    assertThat(turns().get(1L)).isEqualTo(begin("b=2", "c=2"));
    assertThat(turns().get(2L)).isInstanceOf(Turn.Check.class);
    assertThat(turns().get(3L)).isInstanceOf(Turn.Check.class);
  }

  @Test
  void aNamedNodeThatIsNotFitIsCheckedAlsoWhereNoRankWouldComeToIt() {
    nodes = List.of(fit("a"), fit("b"), node("c", true, false, Optional.of("a new disk")));
    job(Specs.onNodes(Specs.mpi(4), 0, "a", "b", "c"));
    assertThat(turns().get(1L))
        .isInstanceOfSatisfying(
            Turn.Check.class,
            check -> assertThat(check.places()).extracting(Place::node).contains("c"));
  }

  @Test
  void waitsForANodeThatIsOnItsWayAndChecksOneThatIsNot() {
    nodes = List.of(fit("a"), node("b", false, true, Optional.empty()));
    job(Specs.mpi(0));
    assertThat(turns().get(1L))
        .isEqualTo(new Turn.Wait(List.of("b is not connected at the moment")));
    nodes = List.of(fit("a"), node("b", false, false, Optional.empty()));
    assertThat(turns().get(1L)).isInstanceOf(Turn.Check.class);
  }

  @Test
  void soManyRanksAsTheJobWantsAreOnEachNode() {
    JobSpec.Mpi one = new JobSpec.Mpi(false, false, 1);
    job(Specs.placed(Specs.mpi(2), one)).job(Specs.placed(Specs.mpi(0), one));
    assertThat(turns())
        .containsEntry(1L, begin("a=1", "b=1"))
        .containsEntry(2L, begin("a=1", "b=1", "c=1"));
  }

  @Test
  void moreRanksPerNodeThanSlotsNeedToBeAllowed() {
    job(Specs.placed(Specs.mpi(0), new JobSpec.Mpi(false, false, 3)))
        .job(Specs.placed(Specs.mpi(4), new JobSpec.Mpi(false, true, 3)))
        .job(Specs.placed(Specs.mpi(10), new JobSpec.Mpi(false, true, 3)));
    Map<Long, Turn> turns = turns();
    assertThat(turns.get(1L)).isInstanceOf(Turn.Check.class);
    assertThat(turns.get(2L)).isEqualTo(begin("a=3", "b=1"));
    assertThat(turns.get(3L)).isInstanceOf(Turn.Check.class);
  }

  @Test
  void ranksThatNeverFitAreCheckedAtOnce() {
    job(Specs.mpi(6)).job(Specs.mpi(7)).job(Specs.crowded(Specs.mpi(7)));
    Map<Long, Turn> turns = turns();
    assertThat(turns.get(1L)).isInstanceOf(Turn.Begin.class);
    assertThat(turns.get(2L)).isInstanceOf(Turn.Check.class);
    assertThat(turns.get(3L)).isInstanceOf(Turn.Wait.class);
    jobs.removeFirst();
    assertThat(turns().get(3L)).isEqualTo(begin("a=3", "b=2", "c=2"));
  }
}
