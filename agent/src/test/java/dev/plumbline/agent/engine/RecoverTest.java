package dev.plumbline.agent.engine;

import static dev.plumbline.agent.engine.Zoo.daemon;
import static dev.plumbline.agent.engine.Zoo.guest;
import static dev.plumbline.agent.engine.Zoo.note;
import static dev.plumbline.agent.engine.Zoo.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoverTest {
  private static final ResourceId A = ResourceId.parse("thing[a]");
  private static final ResourceId B = ResourceId.parse("thing[b]");
  private static final List<Change> TO_ONE = List.of(Change.of("value", null, "1"));
  private final Bench bench = new Bench();

  @Test
  void everyResourceGetsTheOutcomeThatTheNodeShows() throws Failure {
    bench.world.has("thing[a]", "1").has("thing[b]", "1").has("thing[right]", "1");
    Report report =
        bench.recover(
            Map.of(A, TO_ONE, B, TO_ONE, ResourceId.parse("thing[half]"), TO_ONE),
            Map.of(A, new Outcome.Changed(TO_ONE)),
            thing("a", "1"),
            thing("b", "1"),
            thing("half", "1"),
            thing("later", "1"),
            thing("right", "1"),
            guest("g", "n2"));
    assertThat(Bench.lines(report))
        .containsExactly(
            "thing[a] changed: value absent → 1",
            "thing[b] changed: value absent → 1",
            "thing[half] failed: the agent ended during this step, and it still differs:"
                + " value absent → 1; apply again",
            "thing[later] skipped: the agent ended before this step",
            "guest[g] waits for public of key on n2",
            "1 unchanged");
    assertThat(bench.world.done()).isEmpty();
  }

  @Test
  void aReactionThatWasNotSeenToEndIsOwed() throws Failure {
    bench.world.has("thing[a]", "1").has("daemon[d]", "1");
    ResourceId daemon = ResourceId.parse("daemon[d]");
    Report report =
        bench.recover(
            Map.of(A, TO_ONE, daemon, List.of(Change.of("restart", null, "thing[a]"))),
            Map.of(A, new Outcome.Changed(TO_ONE)),
            thing("a", "1"),
            daemon("d", "1", "thing[a]"));
    assertThat(report.owed().reactions()).isEqualTo(Map.of(daemon, Set.of(A)));
  }

  @Test
  void whatShouldHaveGoneIsRemembered() throws Failure {
    bench.world.has("note[n]", "1");
    bench.after(List.of(note("n", "1"), note("gone", "1")), Owed.NOTHING);
    Report report = bench.recover(Map.of(), Map.of());
    assertThat(Bench.lines(report))
        .containsExactly("note[n] skipped: the agent ended before this step", "0 unchanged");
    assertThat(report.toWithdraw()).containsExactly(ResourceId.parse("note[n]"));
  }
}
