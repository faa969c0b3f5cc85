package dev.plumbline.agent.engine;

import static dev.plumbline.agent.engine.Zoo.daemon;
import static dev.plumbline.agent.engine.Zoo.note;
import static dev.plumbline.agent.engine.Zoo.thing;
import static dev.plumbline.agent.engine.Zoo.way;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardedTest {
  private final Bench bench = new Bench();

  @Test
  void allAreArmedThenChangedThenConfirmedTogether() throws Failure {
    assertThat(bench.apply(thing("t", "1"), way("a", "1"), way("b", "1"), note("n", "1")))
        .containsExactly(
            "thing[t] changed: value absent → 1",
            "way[a] changed: value absent → 1",
            "way[b] changed: value absent → 1",
            "note[n] changed: value absent → 1",
            "0 unchanged");
    assertThat(bench.world.done())
        .containsExactly(
            "starting thing[t]",
            "apply thing[t]",
            "starting way[a]",
            "starting way[b]",
            "probe way[a]",
            "probe way[b]",
            "arm /a /b",
            "apply way[a]",
            "apply way[b]",
            "confirm /a /b",
            "starting note[n]",
            "apply note[n]");
  }

  @Test
  void whatAgreesIsNotGuarded() throws Failure {
    bench.world.has("way[a]", "1");
    assertThat(bench.apply(way("a", "1"))).containsExactly("1 unchanged");
    assertThat(bench.world.done()).isEmpty();
  }

  @Test
  void whatLeavesTheCatalogIsGuardedWithWhatComes() throws Failure {
    bench.world.has("way[old]", "1").has("note[old]", "1");
    bench.after(List.of(way("old", "1"), note("old", "1")), Owed.NOTHING);
    assertThat(bench.apply(way("new", "1")))
        .containsExactly(
            "note[old] changed: value 1 → absent",
            "way[old] changed: value 1 → absent",
            "way[new] changed: value absent → 1",
            "0 unchanged");
    assertThat(bench.world.done())
        .endsWith("arm /old /new", "apply way[old]", "apply way[new]", "confirm /old /new");
  }

  @Test
  void whatOnlyLeavesIsGuardedToo() throws Failure {
    bench.world.has("way[old]", "1");
    bench.after(List.of(way("old", "1")), Owed.NOTHING);
    bench.apply(thing("t", "1"));
    assertThat(bench.world.done()).endsWith("arm /old", "apply way[old]", "confirm /old");
  }

  @Test
  void whatIsNotConfirmedFailsAndSaysWhatWentBack() throws Failure {
    bench.world.has("way[a]", "1").has("daemon[d]", "1");
    bench.unconfirmed = "n2 could not reach 192.0.2.1";
    assertThat(bench.apply(way("a", "2"), way("b", "1"), daemon("d", "1", "way[b]")))
        .containsExactly(
            "way[a] failed: rolled back (value 1 → 2) after 30 s: n2 could not reach 192.0.2.1;"
                + " correct it",
            "way[b] failed: rolled back (value absent → 1) after 30 s:"
                + " n2 could not reach 192.0.2.1; correct it",
            "daemon[d] skipped: way[b] failed",
            "0 unchanged");
    assertThat(bench.world.value(ResourceId.parse("way[a]"))).contains("1");
  }

  @Test
  void nobodyReactsToWhatWentBack() throws Failure {
    bench.world.has("daemon[d]", "1");
    bench.unconfirmed = "nobody asked";
    assertThat(bench.report(way("a", "1"), daemon("d", "1", "way[a]")).owed())
        .isEqualTo(Owed.NOTHING);
  }

  @Test
  void oneThatCannotBeChangedTakesAllBackAtOnce() throws Failure {
    bench.world.failsOn("apply way[b]");
    assertThat(bench.apply(way("a", "1"), way("b", "1"), way("c", "1")))
        .containsExactly(
            "way[a] failed: rolled back (value absent → 1) at once, because way[b] could not be"
                + " changed; correct it",
            "way[b] failed: cannot apply way[b]; rolled back at once; mend it",
            "way[c] failed: rolled back (value absent → 1) at once, because way[b] could not be"
                + " changed; correct it",
            "0 unchanged");
    assertThat(bench.world.done()).endsWith("apply way[b]", "roll back /a /b /c");
    assertThat(bench.world.values).isEmpty();
  }

  @Test
  void oneThatStillDiffersTakesAllBackToo() throws Failure {
    bench.world.on(
        "apply way[a]",
        () -> bench.world.on("observe way[a]", () -> bench.world.has("way[a]", "x")));
    assertThat(bench.apply(way("a", "1")).getFirst())
        .isEqualTo(
            "way[a] failed: applied, but still differs: value x → 1; rolled back at once;"
                + " look for what changes it back, and apply again");
  }

  @Test
  void whatIsFoundOutBeforehandTouchesNothing() throws Failure {
    bench.world.failsOn("probe way[b]");
    assertThat(bench.apply(way("a", "1"), way("b", "1")))
        .containsExactly(
            "way[a] skipped: way[b] failed",
            "way[b] failed: cannot probe way[b]; mend it",
            "0 unchanged");
    assertThat(bench.world.done()).noneMatch(action -> action.startsWith("arm"));
  }

  @Test
  void withoutAGuardNothingIsTouched() throws Failure {
    bench.world.failsOn("arm /a");
    assertThat(bench.apply(way("a", "1")))
        .containsExactly("way[a] failed: cannot arm /a; mend it", "0 unchanged");
    assertThat(bench.world.done()).containsExactly("starting way[a]", "probe way[a]", "arm /a");
  }

  @Test
  void whatComesBetweenThemIsNotGuarded() throws Failure {
    bench.apply(way("a", "1"), note("n", "1"), way("z", "1", "note[n]"));
    assertThat(bench.world.done())
        .containsSubsequence("confirm /a", "apply note[n]", "arm /z", "confirm /z");
  }

  @Test
  void whatWentBackWhileTheAgentWasDeadHasFailed() throws Failure {
    ResourceId way = ResourceId.parse("way[a]");
    List<Change> changes = List.of(Change.of("value", null, "1"));
    Interrupted interrupted =
        new Interrupted(Map.of(way, changes), Map.of())
            .with(Map.of(way, new Guarding.RolledBack("because the agent ended", "apply again")));
    Report report = bench.engine.recover(bench.desired(way("a", "1")), interrupted, bench);
    assertThat(Bench.lines(report))
        .containsExactly(
            "way[a] failed: rolled back (value absent → 1) because the agent ended; apply again",
            "0 unchanged");
  }
}
