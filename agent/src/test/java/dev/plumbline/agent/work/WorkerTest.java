package dev.plumbline.agent.work;

import static dev.plumbline.agent.engine.Zoo.daemon;
import static dev.plumbline.agent.engine.Zoo.key;
import static dev.plumbline.agent.engine.Zoo.note;
import static dev.plumbline.agent.engine.Zoo.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.engine.Guarding;
import dev.plumbline.agent.engine.World;
import dev.plumbline.agent.journal.Assignment;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
  @TempDir Path directory;
  private final World world = new World();
  private final RecordedAnswers answers = new RecordedAnswers();
  private @Nullable TestAgent current;

  @BeforeEach
  void start() throws Failure {
    current = new TestAgent(world, directory, answers);
  }

  @AfterEach
  void end() throws InterruptedException {
    agent().kill();
  }

  private TestAgent agent() {
    if (current == null) {
      throw new IllegalStateException("no agent");
    }
    return current;
  }

  /** Kills the agent where it stands, and starts one that finds what it left. */
  private void restart() throws Failure, InterruptedException {
    agent().kill();
    current = new TestAgent(world, directory, answers);
  }

  private List<Path> journal() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("journal"))) {
      return files.toList();
    }
  }

  @Test
  void anApplyIsPlannedCarriedOutAndReported() throws InterruptedException {
    agent().apply("r1", thing("a", "1"), key("k", "1"));
    assertThat(answers.next()).isEqualTo("r1 planned 2 []");
    assertThat(answers.next("r1 done")).isEqualTo("r1 done thing[a] Changed");
    assertThat(answers.next("r1 done")).isEqualTo("r1 done key[k] Changed");
    assertThat(answers.next()).isEqualTo("r1 applied thing[a]=Changed key[k]=Changed unchanged=0");
  }

  @Test
  void whatWasAppliedLastIsComparedWhenAskedForDrift() throws InterruptedException, Failure {
    agent().drift("early");
    assertThat(answers.next())
        .isEqualTo("early rejected nothing was ever applied to this node; run 'plumb apply' first");
    agent().apply("r1", thing("a", "1"));
    answers.next("r1 applied");
    world.has("thing[a]", "x");
    restart();
    agent().drift("r2");
    assertThat(answers.next()).isEqualTo("r2 planned 1 []");
  }

  @Test
  void aPlanChangesNothing() throws InterruptedException, IOException {
    agent().plan("r1", thing("a", "1"));
    assertThat(answers.next()).isEqualTo("r1 planned 1 []");
    assertThat(world.done()).isEmpty();
    assertThat(journal()).isEmpty();
    assertThat(directory.resolve("catalog")).doesNotExist();
  }

  @Test
  void anApplyWithoutStepsWritesNoJournal() throws InterruptedException, IOException {
    world.has("thing[a]", "1");
    agent().apply("r1", thing("a", "1"));
    assertThat(answers.next("r1 applied")).isEqualTo("r1 applied unchanged=1");
    assertThat(journal()).isEmpty();
    assertThat(agent().worker.reports().all()).hasSize(1);
  }

  @Test
  void aReportIsKeptOverARestartUntilItIsAcknowledged()
      throws InterruptedException, Failure, IOException {
    agent().apply("r1", thing("a", "1"));
    answers.next("r1 applied");
    restart();
    assertThat(agent().worker.reports().all())
        .singleElement()
        .satisfies(report -> assertThat(report.request()).isEqualTo("r1"));
    agent().worker.reports().acknowledge("r1");
    assertThat(agent().worker.reports().all()).isEmpty();
    assertThat(journal()).isEmpty();
  }

  @Test
  void requestsAreCarriedOutOneAfterTheOther() throws InterruptedException {
    Held held = hold("apply thing[a]");
    agent().apply("r1", thing("a", "1"));
    agent().plan("r2", thing("a", "1"));
    await(held.begun());
    assertThat(agent().worker.running()).isEqualTo("r1");
    held.go().countDown();
    answers.next("r1 applied");
    assertThat(answers.next()).isEqualTo("r2 planned 0 []");
  }

  @Test
  void whatWasNotBegunIsForgottenWithItsSession() throws InterruptedException {
    Held held = hold("apply thing[a]");
    agent().apply("r1", thing("a", "1"));
    await(held.begun());
    agent().plan("r2", thing("a", "1"));
    agent().worker.forgetWaiting();
    held.go().countDown();
    answers.next("r1 applied");
    agent().plan("r3", thing("a", "1"));
    assertThat(answers.next()).isEqualTo("r3 planned 0 []");
  }

  @Test
  void tooManyWaitingRequestsAreRefused() throws InterruptedException {
    Held held = hold("apply thing[a]");
    agent().apply("r1", thing("a", "1"));
    await(held.begun());
    for (int i = 0; i < 17; i++) {
      agent().plan("w" + i);
    }
    assertThat(answers.next("w16"))
        .startsWith("w16 rejected the agent has 16 requests waiting, and carries out r1");
    held.go().countDown();
  }

  @Test
  void anAgentThatDiesInAStepFindsOutWhatCameOfIt() throws InterruptedException, Failure {
    Held held = hold("apply thing[b]");
    agent().apply("r1", thing("a", "1"), thing("b", "1"), thing("c", "1"), note("n", "1"));
    await(held.begun());
    agent().kill();
    // What the step had started went on without the agent.
    world.on("finish leftovers", () -> world.has("thing[b]", "1"));
    world.on("apply thing[b]", () -> {});
    restart();
    assertThat(answers.next("r1 applied"))
        .isEqualTo(
            "r1 applied thing[a]=Changed thing[b]=Changed thing[c]=Skipped note[n]=Skipped"
                + " unchanged=0");
    restart();
    assertThat(agent().worker.reports().all()).hasSize(1);
  }

  @Test
  void whatAGuardUndidAfterAnAgentDiedHasFailed() throws InterruptedException, Failure {
    Held held = hold("apply thing[a]");
    agent().apply("r1", thing("a", "1"));
    await(held.begun());
    agent().kill();
    world.on("apply thing[a]", () -> {});
    ScriptedGuards guards =
        new ScriptedGuards(
            Map.of(
                ResourceId.parse("thing[a]"),
                new Guarding.RolledBack("because the agent ended", "apply again")));
    current = new TestAgent(world, directory, answers, guards);
    answers.next("r1 applied");
    assertThat(agent().worker.reports().all().getFirst().steps().getFirst().outcome())
        .isEqualTo(
            new Outcome.Failed(
                "rolled back (value absent → 1) because the agent ended", "apply again"));
    assertThat(agent().worker.running()).isEqualTo("r1");
    agent().plan("r2");
    answers.next("r2 planned");
    assertThat(guards.log).containsExactly("settle r1", "forget r1", "forget all");
    agent().worker.reports().acknowledge("r1");
    assertThat(agent().worker.running()).isNotEqualTo("r1");
  }

  @Test
  void aRestartThatIsOwedSurvivesTheAgent() throws InterruptedException, Failure {
    world.has("daemon[d]", "1");
    Held held = hold("restart daemon[d]");
    agent().apply("r1", thing("conf", "new"), daemon("d", "1", "thing[conf]"));
    await(held.begun());
    agent().kill();
    world.on("restart daemon[d]", () -> {});
    restart();
    answers.next("r1 applied");
    agent().apply("r2", thing("conf", "new"), daemon("d", "1", "thing[conf]"));
    assertThat(answers.next("r2 applied")).isEqualTo("r2 applied daemon[d]=Changed unchanged=1");
    agent().apply("r3", thing("conf", "new"), daemon("d", "1", "thing[conf]"));
    assertThat(answers.next("r3 applied")).isEqualTo("r3 applied unchanged=2");
  }

  @Test
  void whatLeftTheCatalogGoesAlsoAfterAFailedTry() throws InterruptedException, Failure {
    agent().apply("r1", note("n", "1"));
    answers.next("r1 applied");
    world.failsOn("apply note[n]");
    agent().apply("r2");
    assertThat(answers.next("r2 applied")).isEqualTo("r2 applied note[n]=Failed unchanged=0");
    world.on("apply note[n]", () -> {});
    restart();
    agent().apply("r3");
    assertThat(answers.next("r3 applied")).isEqualTo("r3 applied note[n]=Changed unchanged=0");
    agent().apply("r4");
    assertThat(answers.next("r4 applied")).isEqualTo("r4 applied unchanged=0");
  }

  @Test
  void aJournalThatCannotBeWrittenRefusesBeforeAnythingIsTouched()
      throws InterruptedException, IOException {
    Files.delete(directory.resolve("journal"));
    agent().apply("r1", thing("a", "1"));
    assertThat(answers.next())
        .matches(
            "r1 rejected the agent's journal cannot be written: cannot write"
                + " .*0000000001.log: no such file or directory; .*");
    assertThat(world.done()).isEmpty();
  }

  @Test
  void aCatalogForAnotherNodeIsRefused() throws InterruptedException {
    EncodedCatalog foreign = new EncodedCatalog("n2", List.of(), "h", Map.of());
    agent().worker.submit(new Request.Apply("r1", new Assignment(foreign, 1, 1), Optional.empty()));
    assertThat(answers.next())
        .startsWith("r1 rejected this is the agent of n1; the catalog is for n2");
  }

  @Test
  void aCatalogOfAnotherBuildIsRefused() throws InterruptedException {
    EncodedCatalog.Entry unknown = new EncodedCatalog.Entry("whale", "w", 1, "{}", List.of());
    EncodedCatalog catalog = new EncodedCatalog("n1", List.of(unknown), "h", Map.of());
    agent().worker.submit(new Request.Apply("r1", new Assignment(catalog, 1, 1), Optional.empty()));
    assertThat(answers.next())
        .startsWith(
            "r1 rejected this agent cannot read its catalog: this build does not know whale version 1");
  }

  @Test
  void aNodeThatChangedSinceItWasPlannedIsLeftAlone() throws InterruptedException {
    agent()
        .worker
        .submit(
            new Request.Apply(
                "r1", agent().assignment(1, thing("a", "1")), Optional.of("another hash")));
    assertThat(answers.next())
        .isEqualTo("r1 rejected the node has changed since it was planned; plan again");
    assertThat(world.done()).isEmpty();
  }

  @Test
  void exportsAndFactsAreTold() throws InterruptedException {
    agent().apply("r1", key("k", "AAAA"));
    answers.next("r1 applied");
    agent().worker.submit(new Request.Exports("r2"));
    assertThat(answers.next())
        .isEqualTo("r2 exports [Published[resource=key[k], export=public=AAAA]]");
    agent().worker.submit(new Request.Facts("r3"));
    assertThat(answers.next()).isEqualTo("r3 facts {cpu.count=2}");
    assertThat(answers.isEmpty()).isTrue();
  }

  /**
   * A step that waits.
   *
   * @param go lets it go on; one that is never let go waits until its agent is killed
   */
  private record Held(CountDownLatch begun, CountDownLatch go) {}

  private Held hold(String step) {
    Held held = new Held(new CountDownLatch(1), new CountDownLatch(1));
    world.on(
        step,
        () -> {
          held.begun().countDown();
          await(held.go());
        });
    return held;
  }

  /** A killed agent does not catch its death. */
  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Killed();
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
