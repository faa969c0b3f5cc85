package dev.plumbline.controller.rpc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.Eventually;
import dev.plumbline.controller.rpc.agents.Hellos;
import dev.plumbline.controller.rpc.agents.RelayAgent;
import dev.plumbline.controller.rpc.agents.ScriptedAgent;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.NodeState.State;
import dev.plumbline.proto.v1.PlanCommand;
import dev.plumbline.proto.v1.Rejected;
import dev.plumbline.proto.v1.RunEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan and drift: nothing changes, and the answer says so by its exit code. */
class PlanTest {
  private static final Bundle PAIR =
      new Inventories().node("worker1", "master/relay-master").node("master").bundle();

  @TempDir Path directory;
  private Rig rig;
  private Commands commands;
  private RelayAgent master;
  private RelayAgent worker;

  @BeforeEach
  void start() {
    rig = Rig.start(directory);
    commands = new Commands(rig);
    master = RelayAgent.connect(rig.sign(PAIR, "master", "m1"), Hellos.of("master", "m1").build());
    worker =
        RelayAgent.connect(rig.sign(PAIR, "worker1", "m2"), Hellos.of("worker1", "m2").build());
  }

  @AfterEach
  void end() {
    master.close();
    worker.close();
    rig.close();
  }

  private static List<String> planned(Told told) {
    return told.events().stream().filter(RunEvent::hasPlanned).map(RunEvent::getNode).toList();
  }

  @Test
  void aPlanWithStepsExitsWithTwoAndLeavesNoTrace() {
    Told told = commands.plan(PAIR);

    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(planned(told)).containsExactly("worker1", "master");
    assertThat(told.state("worker1")).isEqualTo(State.DIFFERS);
    assertThat(told.of("worker1").getWaiting()).isEqualTo(1);
    assertThat(master.applied()).isEmpty();
    assertThat(commands.status().getGeneration()).isZero();
    assertThat(commands.status("master").getRevision()).isZero();
  }

  @Test
  void aPlanOfWhatIsAppliedExitsWithZero() {
    commands.apply(PAIR);

    Told told = commands.plan(PAIR);

    assertThat(told.exitCode()).isZero();
    assertThat(planned(told)).containsExactly("worker1", "master");
    assertThat(told.of("worker1").getUnchanged()).isEqualTo(1);
  }

  @Test
  void driftComparesWithTheLastAppliedRevision() {
    commands.apply(PAIR);
    assertThat(commands.drift().exitCode()).isZero();

    master.forget();

    Told told = commands.drift();
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.state("master")).isEqualTo(State.DIFFERS);
    assertThat(told.state("worker1")).isEqualTo(State.CONVERGED);
    assertThat(commands.status("master").getState().getState()).isEqualTo(State.DIFFERS);
  }

  @Test
  void driftBeforeAnyApplyIsRefusedInOneLine() {
    assertThatThrownBy(() -> commands.drift())
        .hasMessageStartingWith("nothing was applied yet, so there is nothing to compare with");
  }

  @Test
  void driftOfANodeThatNothingWasAppliedToSaysSo() {
    commands.apply(PAIR, "master");

    Told told = commands.drift();

    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.of("worker1").getNote()).startsWith("nothing was applied to worker1 yet");
    assertThat(told.state("master")).isEqualTo(State.CONVERGED);
  }

  @Test
  void anAgentThatSaysNothingIsGivenUp() {
    Bundle one = new Inventories().node("mute").bundle();
    ScriptedAgent mute = rig.sign(one, "mute", "m3").dial().hello(Hellos.of("mute", "m3").build());
    assertThat(mute.next().hasWelcome()).isTrue();
    ControlClient.Call call =
        rig.control().open("Plan", PlanCommand.newBuilder().setBundle(one).build());
    assertThat(mute.next().hasPlan()).isTrue();

    rig.pass(Duration.ofMinutes(6));

    List<RunEvent> events = new ArrayList<>();
    call.forEach(RunEvent.parser(), events::add);
    assertThat(new Told(events).exitCode()).isEqualTo(1);
    assertThat(new Told(events).of("mute").getNote())
        .isEqualTo("the agent on mute has said nothing for 5 minutes");
    mute.close();
  }

  @Test
  void aRejectionIsTheNodesFailureAndTheOthersGoOn() {
    Bundle pair = new Inventories().node("master").node("picky").bundle();
    ScriptedAgent picky =
        rig.sign(pair, "picky", "m3").dial().hello(Hellos.of("picky", "m3").build());
    assertThat(picky.next().hasWelcome()).isTrue();
    ControlClient.Call call =
        rig.control().open("Plan", PlanCommand.newBuilder().setBundle(pair).build());
    String request = picky.next().getPlan().getRequest();

    picky.say(
        FromAgent.newBuilder()
            .setRejected(
                Rejected.newBuilder()
                    .setRequest(request)
                    .setMessage("the disk is full")
                    .setRemedy("make room"))
            .build());

    List<RunEvent> events = new ArrayList<>();
    call.forEach(RunEvent.parser(), events::add);
    assertThat(new Told(events).exitCode()).isEqualTo(1);
    assertThat(new Told(events).state("master")).isEqualTo(State.DIFFERS);
    assertThat(events)
        .filteredOn(RunEvent::hasFailure)
        .singleElement()
        .satisfies(event -> {
          assertThat(event.getNode()).isEqualTo("picky");
          assertThat(event.getFailure().getMessage()).isEqualTo("the disk is full");
          assertThat(event.getFailure().getRemedy()).isEqualTo("make room");
        });
    picky.close();
  }

  @Test
  void anAgentOfAnotherBuildThatLacksAKindIsToldOfBeforeAnythingIsSent() {
    Bundle one = new Inventories().node("old").bundle();
    ScriptedAgent old =
        rig.sign(one, "old", "m3").dial().hello(Hellos.of("old", "m3").clearKinds().build());
    assertThat(old.next().hasWelcome()).isTrue();

    Told told = commands.plan(one);

    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.of("old").getNote())
        .isEqualTo("the agent on old is of another build and does not know hostname version 1");
    old.close();
  }

  @Test
  void aPlanEndsWhenItsCallerLeaves() {
    Bundle one = new Inventories().node("mute").bundle();
    ScriptedAgent mute = rig.sign(one, "mute", "m3").dial().hello(Hellos.of("mute", "m3").build());
    assertThat(mute.next().hasWelcome()).isTrue();
    ControlClient.Call call =
        rig.control().open("Plan", PlanCommand.newBuilder().setBundle(one).build());
    assertThat(mute.next().hasPlan()).isTrue();

    call.close();

    var history = Eventually.get(commands::history, entries -> !entries.getFirst().getUnderWay());
    assertThat(history.getFirst().getNote()).isEqualTo("the caller left");
    mute.close();
  }
}
