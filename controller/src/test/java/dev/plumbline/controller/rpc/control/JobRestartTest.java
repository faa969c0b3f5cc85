package dev.plumbline.controller.rpc.control;

import static dev.plumbline.controller.rpc.control.JobCommands.command;
import static dev.plumbline.controller.rpc.control.JobCommands.ended;
import static dev.plumbline.controller.rpc.control.JobCommands.lines;
import static dev.plumbline.controller.rpc.control.JobCommands.mpi;
import static dev.plumbline.controller.rpc.control.JobCommands.rest;
import static dev.plumbline.controller.rpc.control.JobCommands.until;
import static dev.plumbline.controller.rpc.control.JobCommands.untilPhase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.JobAgent;
import dev.plumbline.proto.v1.ApplyCommand;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.JobEvent;
import dev.plumbline.proto.v1.JobRecord;
import dev.plumbline.proto.v1.JobReport;
import dev.plumbline.proto.v1.JobRetry;
import dev.plumbline.proto.v1.JobState.Phase;
import dev.plumbline.proto.v1.RunEvent;
import dev.plumbline.proto.v1.RunJobCommand;
import dev.plumbline.proto.v1.ShutdownReply;
import dev.plumbline.proto.v1.ShutdownRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs and what breaks in the middle of them. */
class JobRestartTest {
  private static final Bundle PAIR = new Inventories().bare("master").bare("worker1").bundle();

  @TempDir Path directory;
  private Rig rig;
  private JobAgent master;
  private JobAgent worker;

  @BeforeEach
  void start() {
    TwoAgents two = TwoAgents.start(directory, PAIR);
    rig = two.rig();
    master = two.master();
    worker = two.worker();
  }

  @AfterEach
  void end() {
    master.close();
    worker.close();
    rig.close();
  }

  private JobCommands jobs() {
    return new JobCommands(rig);
  }

  @Test
  void aJobThatRunsGoesOnThroughARestartOfTheController() {
    ControlClient.Call call = jobs().run(mpi(2));
    untilPhase(call, Phase.RUNNING);
    master.writes(1, "one\n");
    long offset = until(call, JobEvent::hasOutput).getOutput().getNextOffset();
    call.close();

    rig = rig.restart();
    master.reconnect();
    worker.reconnect();
    ControlClient.Call again = jobs().follow(1, offset);
    untilPhase(again, Phase.RUNNING);
    master.writes(1, "two\n");
    master.ends(1, 0);

    List<JobEvent> rest = rest(again);
    assertThat(lines(rest)).containsExactly("two");
    JobRecord job = rest.getLast().getDone().getRecord();
    assertThat(job.getExitCode()).isZero();
    assertThat(JobCommands.phases(job)).containsOnlyOnce(Phase.RUNNING);
    worker.await(1, JobReport.Phase.UNKNOWN);
  }

  @Test
  void streamsThatAreCutEndNoJob() {
    ControlClient.Call call = jobs().run(mpi(2));
    untilPhase(call, Phase.RUNNING);
    master.cut();
    worker.cut();
    rig.pass(Duration.ofSeconds(60));
    master.reconnect();
    worker.reconnect();
    master.writes(1, "still here\n");
    master.ends(1, 0);

    List<JobEvent> rest = rest(call);
    assertThat(lines(rest)).containsExactly("still here");
    assertThat(rest.getLast().getDone().getRecord().getExitCode()).isZero();
  }

  @Test
  void aHeadThatStaysAwayIsLostAndItsNodeDrained() {
    ControlClient.Call call = jobs().run(mpi(2));
    untilPhase(call, Phase.RUNNING);
    master.cut();
    untilLost(call);

    JobRecord job = ended(call);
    assertThat(job.getExitCode()).isEqualTo(125);
    assertThat(job.getCause()).isEqualTo("node-lost");
    assertThat(jobs().jobs().getDrained(0).getNode()).isEqualTo("master");
    worker.await(1, JobReport.Phase.UNKNOWN);
    master.reconnect();
    master.await(1, JobReport.Phase.UNKNOWN);
  }

  /** Lets time pass until the desk has seen that the head is away, and has given it up. */
  private void untilLost(ControlClient.Call call) {
    rig.pass(Duration.ofSeconds(1));
    Commands commands = new Commands(rig);
    dev.plumbline.controller.rpc.agents.Eventually.get(
        () -> commands.status("master").getConnected(), connected -> !connected);
    rig.pass(Duration.ofSeconds(125));
    untilPhase(call, Phase.COLLECTING);
    rig.pass(Duration.ofSeconds(11));
  }

  @Test
  void aJobMayStartAgainElsewhereWhenANodeIsLost() {
    ControlClient.Call call =
        jobs().run(mpi(1).setRetry(JobRetry.newBuilder().setTimes(1)).setNodes(any()));
    untilPhase(call, Phase.RUNNING);
    master.cut();
    untilLost(call);
    untilPhase(call, Phase.RUNNING);
    worker.writes(1, "again\n");
    worker.ends(1, 0);

    JobRecord job = ended(call);
    assertThat(job.getExitCode()).isZero();
    assertThat(job.getPlaces(0).getNode()).isEqualTo("worker1");
  }

  @Test
  void whatAnEarlierAttemptWroteIsNotTheLogOfTheNext() {
    ControlClient.Call other = jobs().run(command("worker1"));
    untilPhase(other, Phase.RUNNING);
    ControlClient.Call call =
        jobs().run(mpi(1).setRetry(JobRetry.newBuilder().setTimes(1)).setNodes(any()));
    untilPhase(call, Phase.RUNNING);
    master.writes(2, "first\n");
    until(call, JobEvent::hasOutput);
    master.cut();
    untilLost(call);
    untilPhase(call, Phase.QUEUED);

    master.reconnect(); // It still has the log of the first attempt, until it is told otherwise.
    untilPhase(call, Phase.RUNNING);
    master.writes(2, "again\n");
    master.ends(2, 0);

    assertThat(lines(rest(call))).contains("again").doesNotContain("first");
    worker.ends(1, 0);
    assertThat(ended(other).getExitCode()).isZero();
  }

  private static dev.plumbline.proto.v1.JobNodes any() {
    return dev.plumbline.proto.v1.JobNodes.newBuilder().setCount(1).build();
  }

  @Test
  void aJobWhoseSecretsAreGoneFailsWithThatReason() {
    assertThat(jobs().drain("worker1", "busy")).isEmpty();
    ControlClient.Call first = jobs().run(command("master"));
    untilPhase(first, Phase.RUNNING);
    ControlClient.Call waits =
        jobs().run(RunJobCommand.newBuilder().setJob(command("master")).putSecrets("KEY", "v"));
    until(waits, event -> event.getState().getWhyCount() > 0);

    rig = rig.restart();
    master.reconnect();
    worker.reconnect();
    ControlClient.Call again = jobs().follow(2, 0);
    master.ends(1, 0);

    JobRecord job = ended(again);
    assertThat(job.getExitCode()).isEqualTo(125);
    assertThat(job.getStatesList().getLast().getWhy(0)).contains("secrets");
  }

  @Test
  void aJobOfAControllerThatIsGoneIsEnded() {
    ControlClient.Call call = jobs().run(command("master"));
    untilPhase(call, Phase.RUNNING);
    worker.asks(77, dev.plumbline.proto.v1.Relay.getDefaultInstance());
    worker.ends(77, 3);

    worker.await(77, JobReport.Phase.UNKNOWN);
    assertThat(master.report(1).getPhase()).isEqualTo(JobReport.Phase.RUNNING);
    master.ends(1, 0);
    assertThat(ended(call).getExitCode()).isZero();
  }

  @Test
  void nothingIsChangedUnderAJobAndTheControllerStays() {
    ControlClient.Call call = jobs().run(command("master"));
    untilPhase(call, Phase.RUNNING);
    ShutdownReply reply =
        rig.control()
            .call("Shutdown", ShutdownRequest.getDefaultInstance(), ShutdownReply.parser());
    assertThat(reply.getRefused()).startsWith("job 1 (hello) is under way");

    ControlClient.Call apply =
        rig.control().open("Apply", ApplyCommand.newBuilder().setBundle(PAIR).build());
    RunEvent waits = apply.next(RunEvent.parser());
    while (!waits.getState().getNote().contains("job")) {
      waits = apply.next(RunEvent.parser());
    }
    assertThat(waits.getState().getNote())
        .isEqualTo("waits for the end of job 1 (hello), which runs there");
    master.ends(1, 0);
    assertThat(ended(call).getExitCode()).isZero();
    List<RunEvent> rest = new java.util.ArrayList<>();
    apply.forEach(RunEvent.parser(), rest::add);
    assertThat(new Told(rest).exitCode()).isZero();
  }
}
