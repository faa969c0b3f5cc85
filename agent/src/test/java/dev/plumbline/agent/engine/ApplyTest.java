package dev.plumbline.agent.engine;

import static dev.plumbline.agent.engine.Zoo.daemon;
import static dev.plumbline.agent.engine.Zoo.guest;
import static dev.plumbline.agent.engine.Zoo.key;
import static dev.plumbline.agent.engine.Zoo.note;
import static dev.plumbline.agent.engine.Zoo.pack;
import static dev.plumbline.agent.engine.Zoo.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplyTest {
  private static final ResourceId DAEMON = ResourceId.parse("daemon[d]");
  private static final ResourceId CONF = ResourceId.parse("thing[conf]");
  private final Bench bench = new Bench();

  @Test
  void whatDiffersIsChangedAndObservedAgain() throws Failure {
    bench.world.has("thing[a]", "1").has("thing[b]", "1");
    assertThat(bench.apply(thing("a", "1"), thing("b", "2")))
        .containsExactly("thing[b] changed: value 1 → 2", "1 unchanged");
    assertThat(bench.world.value(ResourceId.parse("thing[b]"))).contains("2");
  }

  @Test
  void aStepIsHeardOfBeforeItTouchesTheNode() throws Failure {
    bench.apply(thing("a", "1"));
    assertThat(bench.world.done()).containsExactly("starting thing[a]", "apply thing[a]");
    assertThat(bench.heard)
        .containsExactly(
            "starting thing[a]: value absent → 1",
            "now thing[a]: setting thing[a]",
            "done thing[a] changed: value absent → 1");
  }

  @Test
  void aConvergedNodeIsLookedAtOnceAndLeftAlone() throws Failure {
    bench.world.has("thing[a]", "1").has("pack[p]", "1").has("daemon[d]", "1");
    assertThat(bench.apply(thing("a", "1"), pack("p", "1"), daemon("d", "1", "thing[a]")))
        .containsExactly("3 unchanged");
    assertThat(bench.world.log)
        .containsExactly("observe thing[a]", "observe pack[p]", "observe daemon[d]");
  }

  @Test
  void aSecondApplyChangesNothing() throws Failure {
    bench.apply(thing("a", "1"), pack("p", "1"), daemon("d", "1", "thing[a]"));
    assertThat(bench.apply(thing("a", "1"), pack("p", "1"), daemon("d", "1", "thing[a]")))
        .containsExactly("3 unchanged");
  }

  @Test
  void whatStillDiffersHasFailed() throws Failure {
    bench.world.on(
        "apply thing[a]",
        () -> bench.world.on("observe thing[a]", () -> bench.world.has("thing[a]", "x")));
    assertThat(bench.apply(thing("a", "1")))
        .containsExactly(
            "thing[a] failed: applied, but still differs: value x → 1;"
                + " look for what changes it back, and apply again",
            "0 unchanged");
  }

  @Test
  void whatCannotBeObservedAfterwardsHasFailed() throws Failure {
    bench.world.on("apply thing[a]", () -> bench.world.failsOn("observe thing[a]"));
    assertThat(bench.apply(thing("a", "1")))
        .containsExactly(
            "thing[a] failed: applied, but cannot be observed: cannot observe thing[a]; mend it",
            "0 unchanged");
  }

  @Test
  void afterAFailureOnlyWhatNeedsItIsSkipped() throws Failure {
    bench.world.failsOn("apply thing[bad]");
    assertThat(
            bench.apply(
                thing("bad", "1"),
                thing("free", "1"),
                thing("needs", "1", "thing[bad]"),
                thing("far", "1", "thing[needs]")))
        .containsExactly(
            "thing[bad] failed: cannot apply thing[bad]; mend it",
            "thing[free] changed: value absent → 1",
            "thing[needs] skipped: thing[bad] failed",
            "thing[far] skipped: thing[bad] failed",
            "0 unchanged");
    assertThat(bench.world.done()).doesNotContain("starting thing[needs]", "apply thing[needs]");
  }

  @Test
  void aDefectFailsItsStepOnly() throws Failure {
    bench.world.on(
        "apply thing[bad]",
        () -> {
          throw new UnsupportedOperationException();
        });
    assertThat(bench.apply(thing("bad", "1"), thing("free", "1")))
        .contains("thing[free] changed: value absent → 1")
        .first()
        .asString()
        .startsWith(
            "thing[bad] failed: applying thing[bad] ended in UnsupportedOperationException; this is a defect");
  }

  @Test
  void aStepThatMustNotStartFails() throws Failure {
    bench.world.failsOn("starting thing[a]");
    assertThat(bench.apply(thing("a", "1")))
        .containsExactly("thing[a] failed: cannot starting thing[a]; mend it", "0 unchanged");
    assertThat(bench.world.done()).doesNotContain("apply thing[a]");
  }

  @Test
  void whatAnEarlierStepSettledIsUnchanged() throws Failure {
    bench.world.on("unpack pack[p]", () -> bench.world.has("daemon[d]", "1"));
    assertThat(bench.apply(pack("p", "1"), thing("x", "1", "pack[p]"), daemon("d", "1")))
        .containsExactly(
            "pack[p] changed: value absent → 1",
            "thing[x] changed: value absent → 1",
            "daemon[d] unchanged",
            "0 unchanged");
    assertThat(bench.world.done()).doesNotContain("starting daemon[d]");
  }

  @Test
  void aBatchIsCarriedOutInOneTransaction() throws Failure {
    bench.world.failsOn("unpack pack[b]");
    assertThat(bench.apply(pack("a", "1"), pack("b", "1"), note("n", "1", "pack[b]")))
        .containsExactly(
            "pack[a] changed: value absent → 1",
            "pack[b] failed: cannot unpack pack[b]; mend it",
            "note[n] skipped: pack[b] failed",
            "0 unchanged");
    assertThat(bench.world.done())
        .containsExactly(
            "foresee a+b",
            "starting pack[a]",
            "starting pack[b]",
            "together a+b",
            "unpack pack[a]",
            "unpack pack[b]");
  }

  @Test
  void aTransactionThatFailsFailsAllOfIt() throws Failure {
    bench.world.failsOn("together a+b");
    assertThat(bench.apply(pack("a", "1"), pack("b", "1")))
        .containsExactly(
            "pack[a] failed: cannot together a+b; mend it",
            "pack[b] failed: cannot together a+b; mend it",
            "0 unchanged");
  }

  @Test
  void whatABatchForesawIsReportedAndWhatItRefusedIsLeftOut() throws Failure {
    assertThat(bench.apply(pack("better", "1"), pack("nowhere", "1")))
        .containsExactly(
            "pack[better] changed: version absent → 9",
            "pack[nowhere] failed: there is no nowhere; look for its name",
            "0 unchanged");
    assertThat(bench.world.done()).contains("together better");
  }

  @Test
  void whatDidNotComeIsRefusedWhenItsTurnComes() throws Failure {
    assertThat(bench.apply(pack("p", "1"), daemon("nowhere", "1", "pack[p]")))
        .containsExactly(
            "pack[p] changed: value absent → 1",
            "daemon[nowhere] failed: there is no such daemon; install it",
            "0 unchanged");
    assertThat(bench.world.done()).doesNotContain("starting daemon[nowhere]");
  }

  @Test
  void aBatchLeavesOutWhatNeedsSomethingThatFailed() throws Failure {
    bench.world.failsOn("apply thing[t]");
    assertThat(bench.apply(thing("t", "1"), pack("a", "1", "thing[t]"), pack("b", "1")))
        .containsExactly(
            "thing[t] failed: cannot apply thing[t]; mend it",
            "pack[a] skipped: thing[t] failed",
            "pack[b] changed: value absent → 1",
            "0 unchanged");
    assertThat(bench.world.done()).contains("together b");
  }

  @Test
  void whatLacksExportsIsNeverTouched() throws Failure {
    assertThat(bench.apply(guest("g", "n2")))
        .containsExactly("guest[g] waits for public of key on n2", "0 unchanged");
    assertThat(bench.world.log).isEmpty();
  }

  @Test
  void aReactionFollowsItsCauseAndIsOwedNoLonger() throws Failure {
    bench.world.has("daemon[d]", "1");
    Report report = bench.report(thing("conf", "new"), daemon("d", "1", "thing[conf]"));
    assertThat(Bench.lines(report))
        .containsExactly(
            "thing[conf] changed: value absent → new",
            "daemon[d] changed: restart absent → thing[conf]",
            "0 unchanged");
    assertThat(bench.world.done()).contains("restart daemon[d]");
    assertThat(report.owed()).isEqualTo(Owed.NOTHING);
  }

  @Test
  void aReactionThatFailedIsOwed() throws Failure {
    bench.world.has("daemon[d]", "1").failsOn("restart daemon[d]");
    Report report = bench.report(thing("conf", "new"), daemon("d", "1", "thing[conf]"));
    assertThat(report.owed().reactions()).isEqualTo(Map.of(DAEMON, Set.of(CONF)));
  }

  @Test
  void aCauseThatFailedHalfWayOwesItsReaction() throws Failure {
    bench.world.has("daemon[d]", "1").failsOn("apply thing[conf]");
    Report report = bench.report(thing("conf", "new"), daemon("d", "1", "thing[conf]"));
    assertThat(Bench.lines(report)).contains("daemon[d] skipped: thing[conf] failed");
    assertThat(report.owed().reactions()).isEqualTo(Map.of(DAEMON, Set.of(CONF)));
  }

  @Test
  void aCauseThatChangedNothingCausesNothing() throws Failure {
    bench
        .world
        .has("daemon[d]", "1")
        .on("unpack pack[p]", () -> bench.world.has("thing[conf]", "new"));
    assertThat(
            bench.apply(
                pack("p", "1"),
                note("n", "1"),
                thing("conf", "new", "pack[p]"),
                daemon("d", "1", "thing[conf]")))
        .contains("thing[conf] unchanged", "daemon[d] unchanged");
    assertThat(bench.world.done()).doesNotContain("restart daemon[d]");
  }

  @Test
  void whatLeavesGoes() throws Failure {
    bench.world.has("note[mine]", "1").has("thing[theirs]", "1");
    bench.after(List.of(note("mine", "1"), thing("theirs", "1")), Owed.NOTHING);
    Report report = bench.report();
    assertThat(Bench.lines(report))
        .containsExactly(
            "note[mine] changed: value 1 → absent",
            "thing[theirs] no longer managed",
            "0 unchanged");
    assertThat(bench.world.values).containsOnlyKeys(ResourceId.parse("thing[theirs]"));
    assertThat(report.toWithdraw()).isEmpty();
  }

  @Test
  void whatShouldHaveGoneIsRemembered() throws Failure {
    bench.world.has("note[a]", "1").failsOn("apply note[a]").failsOn("observe note[b]");
    bench.after(List.of(note("a", "1"), note("b", "1"), note("gone", "1")), Owed.NOTHING);
    assertThat(bench.report().toWithdraw())
        .containsExactlyInAnyOrder(ResourceId.parse("note[a]"), ResourceId.parse("note[b]"));
  }

  @Test
  void aStepThatUndoesAnotherIsFound() throws Failure {
    bench.world.has("thing[a]", "1");
    bench.world.on("apply thing[c]", () -> bench.world.has("thing[a]", "x").has("thing[b]", "x"));
    assertThat(bench.apply(thing("a", "1"), thing("b", "1"), thing("c", "1")))
        .containsExactly(
            "thing[b] failed: was right after its step, and differs now: value x → 1;"
                + " apply again; if it differs again, two resources undo each other",
            "thing[c] changed: value absent → 1",
            "thing[a] failed: agreed before this apply, and differs now: value x → 1;"
                + " apply again; if it differs again, two resources undo each other",
            "0 unchanged");
  }

  @Test
  void exportsAreThoseAfterTheApply() throws Failure {
    assertThat(bench.report(key("k", "new")).exports())
        .hasToString("[Published[resource=key[k], export=public=new]]");
  }
}
