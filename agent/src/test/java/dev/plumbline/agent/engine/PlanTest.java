package dev.plumbline.agent.engine;

import static dev.plumbline.agent.engine.Zoo.daemon;
import static dev.plumbline.agent.engine.Zoo.guest;
import static dev.plumbline.agent.engine.Zoo.key;
import static dev.plumbline.agent.engine.Zoo.note;
import static dev.plumbline.agent.engine.Zoo.pack;
import static dev.plumbline.agent.engine.Zoo.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Batchable.SideEffect;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
  private final Bench bench = new Bench();

  @Test
  void aResourceThatAgreesHasNoStep() throws Failure {
    bench.world.has("thing[a]", "1");
    assertThat(bench.plan(thing("a", "1"), thing("b", "2")))
        .containsExactly("thing[b] apply: value absent → 2", "1 unchanged");
  }

  @Test
  void planningOnlyReads() throws Failure {
    bench.plan(thing("a", "1"), note("n", "1"), daemon("d", "1", "thing[a]"));
    assertThat(bench.world.log)
        .containsExactly("observe thing[a]", "observe note[n]", "observe daemon[d]");
    assertThat(bench.world.values).isEmpty();
  }

  @Test
  void stepsStandInTheOrderOfTheGraph() throws Failure {
    assertThat(bench.plan(thing("a", "1", "note[z]"), note("z", "1", "thing[b]"), thing("b", "1")))
        .containsExactly(
            "thing[b] apply: value absent → 1",
            "note[z] apply: value absent → 1",
            "thing[a] apply: value absent → 1",
            "0 unchanged");
  }

  @Test
  void aCircleIsNamed() {
    assertThatThrownBy(() -> bench.plan(thing("a", "1", "thing[b]"), thing("b", "1", "thing[a]")))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "these resources need each other in a circle: thing[a] needs thing[b] needs thing[a]");
  }

  @Test
  void whatLacksExportsWaitsUnobservedAndSoDoesWhatNeedsIt() throws Failure {
    bench.world.has("thing[right]", "1");
    assertThat(
            bench.plan(
                guest("g", "n2"),
                thing("needs", "1", "guest[g]"),
                thing("far", "1", "thing[needs]"),
                thing("right", "1", "guest[g]"),
                thing("free", "1")))
        .containsExactly(
            "thing[free] apply: value absent → 1",
            "guest[g] waits for [public of key on n2]",
            "thing[needs] waits for [public of key on n2]",
            "thing[far] waits for [public of key on n2]",
            "1 unchanged");
    assertThat(bench.world.log).doesNotContain("observe guest[g]");
  }

  @Test
  void whatAppliesInPartIsPlannedAndThenWaits() throws Failure {
    assertThat(bench.plan(guest("part", "n2"), thing("needs", "1", "guest[part]")))
        .containsExactly(
            "guest[part] apply: value absent → 1",
            "thing[needs] waits for [public of key on n2]",
            "0 unchanged");
    bench.world.has("guest[part]", "1");
    assertThat(bench.plan(guest("part", "n2"), thing("needs", "1", "guest[part]")))
        .containsExactly(
            "guest[part] waits for [public of key on n2]",
            "thing[needs] waits for [public of key on n2]",
            "0 unchanged");
  }

  @Test
  void whatCannotBeObservedFailsAndHoldsUpOnlyWhatNeedsIt() throws Failure {
    bench.world.failsOn("observe thing[bad]").has("thing[right]", "1");
    assertThat(
            bench.plan(
                thing("bad", "1"),
                thing("needs", "1", "thing[bad]"),
                thing("far", "1", "thing[right]"),
                thing("right", "1", "thing[bad]"),
                thing("free", "1")))
        .containsExactly(
            "thing[bad] fails: cannot observe thing[bad]; mend it",
            "thing[free] apply: value absent → 1",
            "thing[needs] skipped: thing[bad] failed",
            "thing[far] skipped: thing[bad] failed",
            "1 unchanged");
  }

  @Test
  void aDefectInAKindFailsItsResourceOnly() throws Failure {
    bench.world.on(
        "observe thing[bad]",
        () -> {
          throw new IllegalStateException("oh");
        });
    assertThat(bench.plan(thing("bad", "1"), thing("free", "1")))
        .containsExactly(
            "thing[bad] fails: observing thing[bad] ended in IllegalStateException: oh; this is a defect of"
                + " Plumbline: report it with the output of 'journalctl -u plumbline-agent' on the node",
            "thing[free] apply: value absent → 1",
            "0 unchanged");
  }

  @Test
  void aBatchIsForeseenTogetherAndShowsWhatComesAlong() throws Failure {
    bench.world.has("pack[here]", "1");
    bench.world.effects.put(
        "b", new SideEffect(ResourceId.parse("pack[lib]"), Change.of("version", null, "9")));
    assertThat(
            bench.plan(
                pack("a", "1"), pack("b", "1"), pack("here", "1"), note("n", "1", "pack[b]")))
        .containsExactly(
            "pack[a] apply: value absent → 1",
            "pack[b] apply: value absent → 1",
            "pack[lib] along with pack: version absent → 9",
            "note[n] apply: value absent → 1",
            "1 unchanged");
    assertThat(bench.world.done()).containsExactly("foresee a+b");
  }

  @Test
  void whatStandsBetweenSplitsABatch() throws Failure {
    bench.plan(pack("a", "1"), thing("t", "1", "pack[a]"), pack("b", "1", "thing[t]"));
    assertThat(bench.world.done()).containsExactly("foresee a", "foresee b");
  }

  @Test
  void aBatchThatMustNotBeFailsItsStepsAndWhatNeedsThem() throws Failure {
    bench.world.failsOn("foresee a+b");
    assertThat(
            bench.plan(
                pack("a", "1"),
                pack("b", "1"),
                note("n", "1", "pack[b]"),
                daemon("d", "1", "pack[a]"),
                key("k", "1")))
        .containsExactly(
            "pack[a] fails: cannot foresee a+b; mend it",
            "pack[b] fails: cannot foresee a+b; mend it",
            "note[n] skipped: pack[b] failed",
            "daemon[d] skipped: pack[a] failed",
            "key[k] apply: value absent → 1",
            "0 unchanged");
  }

  @Test
  void aBatchSaysWhatBecomesOfEach() throws Failure {
    assertThat(
            bench.plan(
                pack("better", "1"),
                pack("nowhere", "1"),
                pack("nowhere2", "1", "pack[better]"),
                note("n", "1", "pack[nowhere]"),
                note("m", "1", "pack[better]")))
        .containsExactly(
            "pack[better] apply: version absent → 9",
            "pack[nowhere] fails: there is no nowhere; look for its name",
            "pack[nowhere2] apply: value absent → 1",
            "note[m] apply: value absent → 1",
            "note[n] skipped: pack[nowhere] failed",
            "0 unchanged");
    assertThat(bench.heard).containsExactly("now pack: asking the archive");
  }

  @Test
  void whatMustNotBeChangedFailsUnlessItMayCome() throws Failure {
    assertThat(bench.plan(daemon("nowhere", "1"), thing("x", "1", "daemon[nowhere]")))
        .containsExactly(
            "daemon[nowhere] fails: there is no such daemon; install it",
            "thing[x] skipped: daemon[nowhere] failed",
            "0 unchanged");
    assertThat(bench.plan(pack("p", "1"), daemon("nowhere", "1", "pack[p]")))
        .contains(
            "daemon[nowhere] apply: value absent → 1, restart absent → pack[p] settled by [pack[p]]");
  }

  @Test
  void aBatchThatFailsCausesNoReaction() throws Failure {
    bench.world.failsOn("foresee a").has("daemon[d]", "1");
    assertThat(bench.plan(pack("a", "1"), daemon("d", "1", "pack[a]")))
        .containsExactly("pack[a] fails: cannot foresee a; mend it", "1 unchanged");
  }

  @Test
  void aStepThatMayBeSettledNamesTheStepsBeforeIt() throws Failure {
    bench.world.has("pack[here]", "1").has("daemon[there]", "0");
    assertThat(
            bench.plan(
                pack("a", "1", "thing[first]"),
                thing("first", "1"),
                pack("here", "1"),
                daemon("d", "1", "pack[a]", "pack[here]"),
                daemon("there", "1", "pack[here]")))
        .containsExactly(
            "thing[first] apply: value absent → 1",
            "pack[a] apply: value absent → 1",
            "daemon[d] apply: value absent → 1, restart absent → pack[a]"
                + " settled by [pack[a], thing[first]]",
            "daemon[there] apply: value 0 → 1",
            "1 unchanged");
  }

  @Test
  void aReactionIsAStepOfThePlan() throws Failure {
    bench.world.has("daemon[d]", "1").has("thing[conf]", "old");
    assertThat(bench.plan(thing("conf", "new"), daemon("d", "1", "thing[conf]")))
        .containsExactly(
            "thing[conf] apply: value old → new",
            "daemon[d] apply: restart absent → thing[conf]",
            "0 unchanged");
  }

  @Test
  void aReactionThatIsOwedComesAgain() throws Failure {
    bench.world.has("daemon[d]", "1").has("thing[conf]", "new");
    bench.after(
        List.of(),
        new Owed(Map.of(ResourceId.parse("daemon[d]"), Set.of(ResourceId.parse("thing[conf]")))));
    assertThat(bench.plan(thing("conf", "new"), daemon("d", "1", "thing[conf]")))
        .containsExactly("daemon[d] apply: restart absent → thing[conf]", "1 unchanged");
  }

  @Test
  void whatLeavesGoesIfWeOwnItWholeAndStaysOtherwise() throws Failure {
    bench.world.has("note[mine]", "1").has("thing[theirs]", "1");
    bench.after(
        List.of(
            note("mine", "1"),
            note("gone", "1"),
            note("kept", "1"),
            thing("theirs", "1"),
            thing("kept", "1")),
        Owed.NOTHING);
    assertThat(bench.plan(thing("kept", "1")))
        .containsExactly(
            "note[mine] withdraw: value 1 → absent",
            "thing[kept] apply: value absent → 1",
            "note[kept] no longer managed",
            "thing[theirs] no longer managed",
            "0 unchanged");
  }

  @Test
  void whatWasAppliedLastIsWithdrawnFirst() throws Failure {
    bench.world.has("note[a]", "1").has("note[b]", "1");
    bench.after(List.of(note("a", "1"), note("b", "1")), Owed.NOTHING);
    assertThat(bench.plan())
        .containsExactly(
            "note[b] withdraw: value 1 → absent",
            "note[a] withdraw: value 1 → absent",
            "0 unchanged");
  }

  @Test
  void anUnchangedNodeGivesTheSameHash() throws Failure {
    bench.world.has("thing[a]", "1");
    String first = bench.planning(thing("a", "1"), thing("b", "2")).plan().observed();
    assertThat(bench.planning(thing("b", "2"), thing("a", "1")).plan().observed())
        .hasSize(64)
        .isEqualTo(first);
    bench.world.has("thing[a]", "2");
    assertThat(bench.planning(thing("a", "1"), thing("b", "2")).plan().observed())
        .isNotEqualTo(first);
  }

  @Test
  void exportsComeWithThePlan() throws Failure {
    bench.world.has("key[k]", "ssh-ed25519 AAAA");
    assertThat(bench.planning(key("k", "other"), key("none", "1")).exports())
        .hasToString("[Published[resource=key[k], export=public=ssh-ed25519 AAAA]]");
  }
}
