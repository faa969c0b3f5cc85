package dev.plumbline.controller.rpc.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.Hellos;
import dev.plumbline.controller.rpc.agents.RelayAgent;
import dev.plumbline.controller.rpc.agents.ScriptedAgent;
import dev.plumbline.proto.v1.Applied;
import dev.plumbline.proto.v1.ApplyCommand;
import dev.plumbline.proto.v1.ApplyRequest;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.Guarding;
import dev.plumbline.proto.v1.Hello;
import dev.plumbline.proto.v1.NodeState.State;
import dev.plumbline.proto.v1.NodeStatus;
import dev.plumbline.proto.v1.Outcome;
import dev.plumbline.proto.v1.Progress;
import dev.plumbline.proto.v1.RunEvent;
import dev.plumbline.proto.v1.StepDone;
import dev.plumbline.proto.v1.ToAgent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controllers, agents and connections that end in the middle of something. */
class RestartTest {
  private static final Bundle PAIR =
      new Inventories().node("master").node("worker1", "master/relay-master").bundle();
  private static final Hello MASTER = Hellos.of("master", "m1").build();
  private static final Hello WORKER = Hellos.of("worker1", "m2").build();

  @TempDir Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = Rig.start(directory);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private Commands commands() {
    return new Commands(rig);
  }

  @Test
  void agentsFindARestartedControllerAtItsPortAndAreKnown() {
    Rig.Enrolled master = rig.sign(PAIR, "master", "m1");
    int port = rig.port();

    rig = rig.restart();

    assertThat(rig.port()).isEqualTo(port);
    try (ScriptedAgent agent = master.dial().hello(MASTER)) {
      assertThat(agent.next().hasWelcome()).isTrue();
    }
  }

  @Test
  void secretsAreAskedAgainOfTheirNodeAndNoRevisionIsLost() {
    Rig.Enrolled master = rig.sign(PAIR, "master", "m1");
    Rig.Enrolled worker = rig.sign(PAIR, "worker1", "m2");
    RelayAgent masterAgent = RelayAgent.connect(master, MASTER);
    RelayAgent workerAgent = RelayAgent.connect(worker, WORKER);
    assertThat(commands().apply(PAIR).exitCode()).isZero();
    NodeStatus before = commands().status("worker1");

    rig = rig.restart();
    masterAgent = masterAgent.reconnect(master, MASTER);
    workerAgent = workerAgent.reconnect(worker, WORKER);
    Told again = commands().apply(PAIR);

    assertThat(again.exitCode()).isZero();
    assertThat(again.of("worker1").getChanged()).isZero();
    assertThat(commands().status("worker1").getRevision()).isEqualTo(before.getRevision());
    assertThat(workerAgent.applied()).hasSize(1);
    masterAgent.close();
    workerAgent.close();
  }

  @Test
  void aReportThatComesAfterARestartIsKeptAndAcknowledged() {
    Rig.Enrolled master = rig.sign(PAIR, "master", "m1");
    ScriptedAgent agent = master.dial().hello(MASTER);
    assertThat(agent.next().hasWelcome()).isTrue();
    ControlClient.Call call = commands().applying(PAIR);
    ApplyRequest request = agent.next().getApply();
    call.close();

    rig = rig.restart();
    assertThat(commands().history().getFirst().getNote())
        .isEqualTo("the controller ended before the run did");
    ScriptedAgent back =
        master.dial().hello(MASTER.toBuilder().setRunning(request.getRequest()).build());
    assertThat(back.next().hasWelcome()).isTrue();
    assertThat(commands().status("master").getState().getState()).isEqualTo(State.APPLYING);
    back.say(applied(request, Outcome.newBuilder().setFailed(failed())));

    assertThat(back.next().getAcknowledge().getRequest()).isEqualTo(request.getRequest());
    NodeStatus status = commands().status("master");
    assertThat(status.getState().getState()).isEqualTo(State.FAILED);
    assertThat(status.getRevision()).isEqualTo(request.getCatalog().getRevision());
    assertThat(status.getUnfinished(0).getOutcome().getFailed().getMessage()).isEqualTo("broke");
    back.close();
  }

  @Test
  void anApplyWaitsForTheEndOfWhatAnAgentBeganForAnEarlierController() {
    Rig.Enrolled master = rig.sign(PAIR, "master", "m1");
    ScriptedAgent agent = master.dial().hello(MASTER.toBuilder().setRunning("7.1").build());
    assertThat(agent.next().hasWelcome()).isTrue();
    ControlClient.Call call =
        rig.control()
            .open("Apply", ApplyCommand.newBuilder().setBundle(PAIR).addLimit("master").build());
    assertThat(call.next(RunEvent.parser()).hasStarted()).isTrue();
    assertThat(call.next(RunEvent.parser()).getState().getNote())
        .isEqualTo("waits for the end of an earlier apply");

    ApplyRequest earlier =
        ApplyRequest.newBuilder()
            .setRequest("7.1")
            .setCatalog(Catalog.newBuilder().setHash("old").setRevision(1))
            .build();
    agent.say(
        applied(earlier, Outcome.newBuilder().setChanged(Outcome.Changed.getDefaultInstance())));

    List<ToAgent> told = List.of(agent.next(), agent.next());
    ApplyRequest request =
        told.stream().filter(ToAgent::hasApply).findFirst().orElseThrow().getApply();
    assertThat(told).anyMatch(message -> message.getAcknowledge().getRequest().equals("7.1"));
    agent.say(
        applied(
            request, Outcome.newBuilder().setUnchanged(Outcome.Unchanged.getDefaultInstance())));
    assertThat(rest(call).exitCode()).isZero();
    agent.close();
  }

  @Test
  void aRunSurvivesAConnectionThatBreaksWhileTheAgentApplies() {
    Rig.Enrolled master = rig.sign(PAIR, "master", "m1");
    ScriptedAgent agent = master.dial().hello(MASTER);
    assertThat(agent.next().hasWelcome()).isTrue();
    ControlClient.Call call = applyMaster();
    ApplyRequest request = agent.next().getApply();

    agent.close();
    ScriptedAgent back =
        master.dial().hello(MASTER.toBuilder().setRunning(request.getRequest()).build());
    assertThat(back.next().hasWelcome()).isTrue();
    back.say(
        applied(request, Outcome.newBuilder().setChanged(Outcome.Changed.getDefaultInstance())));

    assertThat(rest(call).of("master").getChanged()).isEqualTo(1);
    assertThat(back.next().hasAcknowledge()).isTrue();
    back.close();
  }

  @Test
  void anAgentThatMayHaveCutItselfOffIsWaitedForUntilItsGuardHasEnded() {
    Rig.Enrolled master = rig.sign(PAIR, "master", "m1");
    ScriptedAgent agent = master.dial().hello(MASTER);
    assertThat(agent.next().hasWelcome()).isTrue();
    ControlClient.Call call = applyMaster();
    ApplyRequest request = agent.next().getApply();
    String id = request.getRequest();
    agent.say(
        FromAgent.newBuilder()
            .setGuarding(Guarding.newBuilder().setRequest(id).setWithinMs(600_000))
            .build());
    agent.say(
        FromAgent.newBuilder()
            .setProgress(Progress.newBuilder().setRequest(id).setNow("changing"))
            .build());
    await(call, event -> event.getProgress().getNow().equals("changing"));
    agent.close();
    await(call, event -> event.getState().getNote().equals("waiting for its agent"));

    rig.pass(Duration.ofMinutes(9));
    ScriptedAgent other = rig.sign(PAIR, "worker1", "m2").dial().hello(WORKER);
    assertThat(other.next().hasWelcome()).isTrue(); // The run has looked at the clock meanwhile.
    ScriptedAgent back = master.dial().hello(MASTER.toBuilder().setRunning(id).build());
    assertThat(back.next().hasWelcome()).isTrue();
    back.say(applied(request, Outcome.newBuilder().setFailed(failed())));

    Told told = rest(call);
    assertThat(told.of("master").getFailed()).isEqualTo(1);
    assertThat(told.failures("master")).containsExactly("broke");
    other.close();
    back.close();
  }

  private static void await(ControlClient.Call call, Predicate<RunEvent> event) {
    while (!event.test(call.next(RunEvent.parser()))) {
      // Something else happened before.
    }
  }

  @Test
  void aCommandThatMayNotHaveArrivedIsGivenAgain() {
    Rig.Enrolled master = rig.sign(PAIR, "master", "m1");
    ScriptedAgent agent = master.dial().hello(MASTER);
    assertThat(agent.next().hasWelcome()).isTrue();
    ControlClient.Call call = applyMaster();
    ApplyRequest lost = agent.next().getApply();

    agent.close();
    ScriptedAgent back = master.dial().hello(MASTER);
    assertThat(back.next().hasWelcome()).isTrue();
    ApplyRequest again = back.next().getApply();

    assertThat(again.getRequest()).isNotEqualTo(lost.getRequest());
    assertThat(again.getCatalog()).isEqualTo(lost.getCatalog());
    back.say(
        applied(again, Outcome.newBuilder().setUnchanged(Outcome.Unchanged.getDefaultInstance())));
    assertThat(rest(call).exitCode()).isZero();
    back.close();
  }

  private ControlClient.Call applyMaster() {
    return rig.control()
        .open("Apply", ApplyCommand.newBuilder().setBundle(PAIR).addLimit("master").build());
  }

  private static Told rest(ControlClient.Call call) {
    List<RunEvent> events = new ArrayList<>();
    call.forEach(RunEvent.parser(), events::add);
    return new Told(events);
  }

  private static Outcome.Failed failed() {
    return Outcome.Failed.newBuilder().setMessage("broke").setRemedy("mend it").build();
  }

  private static FromAgent applied(ApplyRequest request, Outcome.Builder outcome) {
    return FromAgent.newBuilder()
        .setApplied(
            Applied.newBuilder()
                .setRequest(request.getRequest())
                .setCatalogHash(request.getCatalog().getHash())
                .setRevision(request.getCatalog().getRevision())
                .addSteps(
                    StepDone.newBuilder()
                        .setRequest(request.getRequest())
                        .setResource("hostname")
                        .setOutcome(outcome)))
        .build();
  }
}
