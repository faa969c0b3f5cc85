package dev.plumbline.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every job and every order of events. A failure names its seed. */
class DriverPropertyTest {
  private static final int SEEDS = 400;

  private static JobSimulation.Story story(long seed, boolean deaths, boolean cancels) {
    Random random = new Random(seed);
    int nodes = 1 + random.nextInt(3);
    JobSpec kind = random.nextBoolean() ? Specs.mpi(nodes) : Specs.command();
    JobSpec spec = random.nextBoolean() ? Specs.giving(kind, SimulatedAgent.FILE.path()) : kind;
    int retries = deaths ? random.nextInt(2) : 0;
    Optional<Duration> limit =
        cancels && random.nextInt(3) == 0 ? Optional.of(Duration.ofSeconds(5)) : Optional.empty();
    return new JobSimulation.Story(
        Specs.onNodes(
            Specs.with(spec, retries, limit),
            spec.kind() == JobKind.COMMAND ? random.nextInt(2) : 0),
        nodes,
        random.nextInt(3) == 0 ? 7 : 0,
        random.nextInt(4) > 0,
        deaths,
        cancels);
  }

  @Test
  void onlyTheProgramDecidesHoweverTheRestIsDisturbed() {
    for (long seed = 0; seed < SEEDS; seed++) {
      JobSimulation.Story story = story(seed, false, false);
      JobRecord job = new JobSimulation(story, seed).run().job();
      boolean lacks = !story.spec().required().isEmpty() && !story.makesOutput();
      int expected = story.code() != 0 ? story.code() : lacks ? 1 : 0;
      assertThat(job.verdict().orElseThrow().code())
          .as("seed %d: %s", seed, job)
          .isEqualTo(expected);
      assertThat(job.phase())
          .as("seed %d", seed)
          .isEqualTo(expected == 0 ? JobPhase.SUCCEEDED : JobPhase.FAILED);
    }
  }

  @Test
  void noProgramStartsTwiceAndNoneIsLeftBehind() {
    for (long seed = 0; seed < SEEDS; seed++) {
      JobSimulation simulation = new JobSimulation(story(seed, true, true), seed).run();
      int attempts = simulation.job().attempt();
      for (SimulatedAgent agent : simulation.agents()) {
        assertThat(agent.starts).as("seed %d, %s", seed, agent.node).isLessThanOrEqualTo(attempts);
        assertThat(agent.runs()).as("seed %d, %s", seed, agent.node).isFalse();
      }
    }
  }

  @Test
  void zeroMeansThatAllProgramsSucceeded() {
    int cancelled = 0;
    int lost = 0;
    int timedOut = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      // Where somebody may cancel, somebody does before a node counts as lost.
      JobSimulation.Story story = story(seed, true, seed % 2 == 0);
      JobRecord job = new JobSimulation(story, seed).run().job();
      Verdict verdict = job.verdict().orElseThrow();
      assertThat(verdict.code() == 0)
          .as("seed %d: %s", seed, job)
          .isEqualTo(job.phase() == JobPhase.SUCCEEDED);
      assertThat(verdict.cause().isEmpty()).isEqualTo(verdict.code() == 0);
      if (verdict.code() == 0) {
        assertThat(story.code()).as("seed %d", seed).isZero();
      }
      cancelled += job.phase() == JobPhase.CANCELLED ? 1 : 0;
      lost += job.phase() == JobPhase.LOST ? 1 : 0;
      timedOut += job.phase() == JobPhase.TIMED_OUT ? 1 : 0;
    }
    assertThat(cancelled).as("cancelled").isPositive();
    assertThat(lost).as("lost").isPositive();
    assertThat(timedOut).as("timed out").isPositive();
  }
}
