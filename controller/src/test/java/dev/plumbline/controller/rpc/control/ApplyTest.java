package dev.plumbline.controller.rpc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.Eventually;
import dev.plumbline.controller.rpc.agents.Hellos;
import dev.plumbline.controller.rpc.agents.RelayAgent;
import dev.plumbline.proto.v1.ApplyCommand;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.NodeFailure;
import dev.plumbline.proto.v1.NodeState.State;
import dev.plumbline.proto.v1.RunEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyTest {
  /** worker1 needs a value of master, and worker2 one of worker1. */
  private static final Bundle CHAIN =
      new Inventories()
          .node("master")
          .node("worker1", "master/relay-master")
          .node("worker2", "worker1/relay-worker1")
          .bundle();

  @TempDir Path directory;
  private final Map<String, RelayAgent> agents = new HashMap<>();
  private Rig rig;
  private Commands commands;

  @BeforeEach
  void start() {
    rig = Rig.start(directory);
    commands = new Commands(rig);
  }

  @AfterEach
  void end() {
    agents.values().forEach(RelayAgent::close);
    rig.close();
  }

  private RelayAgent connect(String node) {
    RelayAgent agent =
        RelayAgent.connect(
            rig.sign(CHAIN, node, "m-" + node), Hellos.of(node, "m-" + node).build());
    agents.put(node, agent);
    return agent;
  }

  private RelayAgent agent(String node) {
    return Objects.requireNonNull(agents.get(node), node);
  }

  private void connectAll() {
    List.of("master", "worker1", "worker2").forEach(this::connect);
  }

  @Test
  void runsUntilEveryExportHasReachedItsNode() {
    connectAll();

    Told told = commands.apply(CHAIN);

    assertThat(told.exitCode()).isZero();
    assertThat(List.of("master", "worker1", "worker2"))
        .allSatisfy(node -> assertThat(told.state(node)).isEqualTo(State.CONVERGED))
        .allSatisfy(node -> assertThat(told.of(node).getChanged()).isEqualTo(1))
        .allSatisfy(node -> assertThat(told.of(node).getWaiting()).isZero());
    assertThat(told.notes("worker2"))
        .contains("follow-up of value of relay[relay-worker1] on worker1");
    assertThat(told.events().getFirst().getStarted().getGeneration()).isEqualTo(1);
  }

  @Test
  void aSecondApplyChangesNothingAndKeepsRevisions() {
    connectAll();
    commands.apply(CHAIN);
    List<Long> revisions = revisions();

    Told second = commands.apply(CHAIN);

    assertThat(second.exitCode()).isZero();
    assertThat(second.done().getNodesList()).allMatch(node -> node.getChanged() == 0);
    assertThat(revisions()).isEqualTo(revisions);
    assertThat(commands.status().getGeneration()).isEqualTo(1);
    assertThat(second.notes("worker1")).isEmpty();
  }

  private List<Long> revisions() {
    return commands.status().getNodesList().stream().map(node -> node.getRevision()).toList();
  }

  @Test
  void secretsAreOnNoDiskAndInNoEvent() {
    connectAll();

    Told told = commands.apply(CHAIN);

    assertThat(agent("worker2").applied().getLast().getSecretsMap())
        .containsValue("s3cret of relay-worker1");
    assertThat(rig.disk().contains("s3cret")).isFalse();
    assertThat(told.events().toString()).doesNotContain("s3cret");
    assertThat(rig.log()).doesNotContain("s3cret");
  }

  @Test
  void whatWaitsForSomethingThatFailedFailsWithTheNameOfTheCause() {
    connectAll();
    agent("master").breakDown();

    Told told = commands.apply(CHAIN);

    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.failures("worker1"))
        .containsExactly(
            "waits for value of relay[relay-master] on master: relay[relay-master] on master"
                + " failed: no power");
    assertThat(told.failures("worker2").getFirst())
        .startsWith("waits for value of relay[relay-worker1] on worker1: waits for value of");
    assertThat(commands.status("worker2").getUnfinished(0).getOutcome().hasFailed()).isTrue();
  }

  @Test
  void aNodeThatIsAwayIsPendingAndTheOthersConverge() {
    connect("master");
    connect("worker1");

    Told told = commands.apply(CHAIN);

    assertThat(told.exitCode()).isEqualTo(3);
    assertThat(told.state("worker1")).isEqualTo(State.CONVERGED);
    assertThat(told.state("worker2")).isEqualTo(State.OFFLINE);
    assertThat(told.of("worker2").getNote()).startsWith("pending: its agent was never connected");
  }

  @Test
  void whatWaitsForANodeThatIsAwayStaysWaiting() {
    connect("worker1");
    connect("worker2");

    Told told = commands.apply(CHAIN);

    assertThat(told.exitCode()).isEqualTo(3);
    assertThat(told.state("worker1")).isEqualTo(State.WAITING);
    assertThat(told.state("worker2")).isEqualTo(State.WAITING);
    assertThat(told.failures("worker2")).isEmpty();
  }

  @Test
  void aNodeThatFirstContactCouldNotReachIsToldOfWithItsReason() {
    connect("master");
    ApplyCommand command =
        ApplyCommand.newBuilder()
            .setBundle(CHAIN)
            .addLimit("master")
            .addLimit("worker2")
            .addUnreached(
                NodeFailure.newBuilder()
                    .setNode("worker2")
                    .setMessage("wrong sudo password")
                    .setRemedy("try again"))
            .build();

    Told told = new Told(rig.control().stream("Apply", command, RunEvent.parser()));

    assertThat(told.exitCode()).isEqualTo(3);
    assertThat(told.of("worker2").getNote()).isEqualTo("wrong sudo password");
    assertThat(told.events())
        .anyMatch(event ->
            event.getNode().equals("worker2")
                && event.getFailure().getRemedy().equals("try again"));
  }

  @Test
  void aLimitSelectsNodesAndMustNameSome() {
    connectAll();

    Told told = commands.apply(CHAIN, "master");

    assertThat(told.done().getNodesList()).hasSize(1);
    assertThat(agent("worker1").applied()).isEmpty();
    assertThatThrownBy(() -> commands.apply(CHAIN, "wroker1"))
        .hasMessageContaining("the inventory has no node wroker1 (its nodes: master, worker1,");
  }

  @Test
  void aSecondApplyWaitsForTheFirstAndNamesIt() {
    connectAll();
    agent("master").hold();
    ControlClient.Call first = commands.applying(CHAIN);
    assertThat(first.next(RunEvent.parser()).hasStarted()).isTrue();

    ControlClient.Call second = commands.applying(CHAIN);

    assertThat(second.next(RunEvent.parser()).getLeaseHeld().getHolder())
        .matches("the apply of \\S+, since \\S+Z");
    agent("master").letGo();
    List<RunEvent> events = new ArrayList<>();
    second.forEach(RunEvent.parser(), events::add);
    assertThat(new Told(events).exitCode()).isZero();
    first.close();
    assertThat(commands.history()).hasSize(2);
  }

  @Test
  void anApplyGoesOnWhenItsCallerLeaves() {
    connectAll();
    agent("master").hold();
    ControlClient.Call left = commands.applying(CHAIN);
    assertThat(left.next(RunEvent.parser()).hasStarted()).isTrue();
    left.close();

    agent("master").letGo();

    var history = Eventually.get(commands::history, entries -> !entries.getFirst().getUnderWay());
    assertThat(history.getFirst().getExitCode()).isZero();
    assertThat(history.getFirst().getNodesList()).hasSize(3);
    assertThat(history.getFirst().getUser()).isEqualTo(System.getProperty("user.name"));
  }

  @Test
  void anApplyWaitsForAnAgentThatWasEnrolledAMomentAgo() {
    connect("master");
    connect("worker1");
    Rig.Enrolled late = rig.sign(CHAIN, "worker2", "m-worker2");
    ControlClient.Call call = commands.applying(CHAIN);
    List<RunEvent> events = new ArrayList<>();
    while (events.isEmpty()
        || !events.getLast().getState().getNote().equals("waiting for its agent")) {
      events.add(call.next(RunEvent.parser()));
    }

    agents.put("worker2", RelayAgent.connect(late, Hellos.of("worker2", "m-worker2").build()));

    call.forEach(RunEvent.parser(), events::add);
    assertThat(new Told(events).exitCode()).isZero();
  }

  @Test
  void anApplyDoesNotWaitForEverForAnAgentThatWasEnrolled() {
    connect("master");
    rig.sign(CHAIN, "worker2", "m-worker2");
    ControlClient.Call call = commands.applying(CHAIN);
    List<RunEvent> events = new ArrayList<>();
    while (events.isEmpty()
        || !events.getLast().getState().getNote().equals("waiting for its agent")) {
      events.add(call.next(RunEvent.parser()));
    }

    rig.pass(Duration.ofSeconds(31));

    call.forEach(RunEvent.parser(), events::add);
    assertThat(new Told(events).state("worker2")).isEqualTo(State.OFFLINE);
  }

  @Test
  void revisionsCountCatalogsOfANodeAndGenerationsInventories() {
    connectAll();
    commands.apply(CHAIN);
    Bundle other =
        new Inventories()
            .node("master")
            .node("worker1")
            .node("worker2", "worker1/relay-worker1")
            .bundle();

    commands.apply(other);

    List<Catalog> sent = agent("worker1").applied();
    assertThat(sent.stream().map(Catalog::getRevision)).containsExactly(1L, 2L, 3L);
    assertThat(sent.stream().map(Catalog::getGeneration)).containsExactly(1L, 1L, 2L);
    assertThat(agent("master").applied().stream().map(Catalog::getRevision))
        .containsExactly(1L, 1L);
  }
}
