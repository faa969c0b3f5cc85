package dev.plumbline.controller.rpc.control;

import static dev.plumbline.controller.rpc.control.JobCommands.command;
import static dev.plumbline.controller.rpc.control.JobCommands.ended;
import static dev.plumbline.controller.rpc.control.JobCommands.lines;
import static dev.plumbline.controller.rpc.control.JobCommands.mpi;
import static dev.plumbline.controller.rpc.control.JobCommands.phases;
import static dev.plumbline.controller.rpc.control.JobCommands.rest;
import static dev.plumbline.controller.rpc.control.JobCommands.until;
import static dev.plumbline.controller.rpc.control.JobCommands.untilPhase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.Eventually;
import dev.plumbline.controller.rpc.agents.JobAgent;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.JobEvent;
import dev.plumbline.proto.v1.JobExit;
import dev.plumbline.proto.v1.JobOrder;
import dev.plumbline.proto.v1.JobRecord;
import dev.plumbline.proto.v1.JobReport;
import dev.plumbline.proto.v1.JobState.Phase;
import dev.plumbline.proto.v1.Relay;
import dev.plumbline.proto.v1.RunJobCommand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on agents that a test plays, over real connections. */
class JobsTest {
  private static final Bundle PAIR = new Inventories().bare("master").bare("worker1").bundle();

  @TempDir Path directory;
  private TwoAgents two;
  private Rig rig;
  private JobAgent master;
  private JobAgent worker;

  @BeforeEach
  void start() {
    two = TwoAgents.start(directory, PAIR);
    rig = two.rig();
    master = two.master();
    worker = two.worker();
  }

  @AfterEach
  void end() {
    two.close();
  }

  private JobCommands jobs() {
    return new JobCommands(rig);
  }

  @Test
  void aJobBringsItsInputsWritesItsLogAndLeavesItsOutputs() {
    master.makes("result.txt", "42");
    ControlClient.Call call =
        jobs()
            .run(
                command("master")
                    .addInputs(jobs().input("data", "some data"))
                    .addRequired("result.txt"));
    untilPhase(call, Phase.RUNNING);
    master.writes(1, "hello\nwor");
    assertThat(until(call, JobEvent::hasOutput).getOutput().getText()).isEqualTo("hello");
    master.writes(1, "ld");
    master.ends(1, 0);

    List<JobEvent> rest = rest(call);
    JobRecord job = rest.getLast().getDone().getRecord();
    assertThat(lines(rest)).containsExactly("world");
    assertThat(phases(job))
        .containsExactly(
            Phase.QUEUED,
            Phase.SENDING,
            Phase.CHECKING,
            Phase.STARTING,
            Phase.RUNNING,
            Phase.COLLECTING,
            Phase.SUCCEEDED);
    assertThat(job.getExitCode()).isZero();
    assertThat(job.getGeneration()).isEqualTo(1);
    assertThat(job.getBytesSent()).isEqualTo("some data".length());
    assertThat(master.files()).containsExactly("some data");
    assertThat(jobs().get(job.getOutputs(0).getContent().getHash())).isEqualTo("42");
    master.await(1, JobReport.Phase.UNKNOWN);
    assertThat(worker.orders()).isEmpty();
  }

  @Test
  void allRanksOrNoneAndOrtedsAreRelayed() {
    ControlClient.Call call = jobs().run(mpi(2));
    untilPhase(call, Phase.RUNNING);
    assertThat(kinds(worker)).containsSubsequence("PREPARE", "INSPECT", "INSPECT", "TICKET");
    assertThat(kinds(master)).doesNotContain("TICKET").contains("START");

    master.asks(
        1, Relay.newBuilder().setRelay("r1").setTarget("worker1").addArguments("-mca").build());
    JobReport there =
        Eventually.get(() -> worker.report(1), report -> report.getRelaysCount() == 1);
    assertThat(there.getRelays(0).getRelay()).isEqualTo("r1");
    master.writes(1, "[1,1]<stderr>:careful\n");
    assertThat(until(call, JobEvent::hasOutput).getOutput())
        .satisfies(output -> {
          assertThat(output.getNode()).isEqualTo("worker1");
          assertThat(output.getRank()).isEqualTo(1);
          assertThat(output.getError()).isTrue();
          assertThat(output.getText()).isEqualTo("careful");
        });
    master.ends(1, JobExit.newBuilder().setCode(7).setRank(1).setHasRank(true).build());

    JobRecord job = ended(call);
    assertThat(job.getExitCode()).isEqualTo(7);
    assertThat(job.getCause()).isEqualTo("program");
    assertThat(job.getExit().getRank()).isEqualTo(1);
    worker.await(1, JobReport.Phase.UNKNOWN);
    assertThat(kinds(worker)).contains("END", "FORGET");
  }

  private static List<String> kinds(JobAgent agent) {
    return agent.orders().stream().map(JobOrder::getOrderCase).map(Enum::name).toList();
  }

  @Test
  void aMissingOutputFailsTheJob() {
    ControlClient.Call call = jobs().run(command("master").addRequired("model.bin"));
    untilPhase(call, Phase.RUNNING);
    master.ends(1, 0);

    JobRecord job = ended(call);
    assertThat(job.getExitCode()).isEqualTo(1);
    assertThat(job.getCause()).isEqualTo("missing-output");
    assertThat(job.getStatesList().getLast().getWhyList())
        .containsExactly("the required output 'model.bin' was not made on master");
  }

  @Test
  void allThatStandsAgainstAJobIsToldAtOnce() {
    master.finds("user.uid", "");
    worker.finds("mpi.version", "6.0.1").finds("unreachable.master", "no connection");
    assertThat(jobs().drain("worker1", "a new disk")).isEmpty();

    ControlClient.Call call = jobs().run(mpi(2).setNetwork("10.0.0.0/24"));
    JobEvent refused = until(call, JobEvent::hasRefused);

    assertThat(
            refused.getRefused().getProblemsList().stream()
                .map(problem -> problem.getMessage())
                .toList())
        .contains(
            "worker1 is drained: a new disk",
            "there is no user mpihpc on master",
            "worker1 has Open MPI 6.0.1, which starts its ranks in another way and has no Java"
                + " bindings",
            "worker1 does not reach master in 10.0.0.0/24: no connection");
    JobRecord job = ended(call);
    assertThat(job.getExitCode()).isEqualTo(126);
    assertThat(kinds(master)).doesNotContain("PREPARE", "START");
    assertThat(jobs().resume("worker1")).isEmpty();
    assertThat(jobs().resume("worker1")).isEqualTo("worker1 is not drained");
  }

  @Test
  void aJobWaitsForSlotsAndSaysWhy() {
    ControlClient.Call first = jobs().run(command("master"));
    untilPhase(first, Phase.RUNNING);
    ControlClient.Call second = jobs().run(command("master", "worker1"));
    JobEvent waits = until(second, event -> event.getState().getWhyCount() > 0);
    assertThat(waits.getState().getWhyList())
        .containsExactly("master has 0 of 1 slot free: job 1 (hello) runs there");
    assertThat(worker.orders()).isEmpty();

    master.ends(1, 0);
    assertThat(ended(first).getExitCode()).isZero();
    untilPhase(second, Phase.RUNNING);
    master.ends(2, 0);
    worker.ends(2, 0);
    assertThat(ended(second).getExitCode()).isZero();
  }

  @Test
  void aCancelledJobIsEndedEverywhere() {
    ControlClient.Call call = jobs().run(mpi(2));
    untilPhase(call, Phase.RUNNING);
    assertThat(jobs().cancel(1)).isEmpty();

    JobRecord job = ended(call);
    assertThat(job.getExitCode()).isEqualTo(130);
    assertThat(job.getCause()).isEqualTo("cancelled");
    master.await(1, JobReport.Phase.UNKNOWN);
    worker.await(1, JobReport.Phase.UNKNOWN);
    assertThat(kinds(master)).containsSubsequence("SIGNAL", "END", "FORGET");
    assertThat(jobs().cancel(1)).isEqualTo("job 1 is not under way; see plumb jobs");
  }

  @Test
  void aNodeThatCannotBeCleanedIsDrainedUntilItIs() {
    worker.cannotClean();
    ControlClient.Call call = jobs().run(mpi(2));
    untilPhase(call, Phase.RUNNING);
    master.ends(1, 0);
    untilPhase(call, Phase.COLLECTING);
    assertThat(Eventually.get(() -> worker.report(1), report -> report.getProblemsCount() > 0))
        .satisfies(report -> assertThat(report.getProblemsCount()).isPositive());
    rig.pass(java.time.Duration.ofSeconds(11));

    assertThat(ended(call).getExitCode()).isZero();
    // The master may have been given up, too, if it had not said by then that it is clean.
    assertThat(Eventually.get(() -> jobs().jobs(), report -> report.getDrainedCount() == 1))
        .satisfies(report ->
            assertThat(report.getDrained(0).getReason())
                .isEqualTo(
                    "worker1 could not be cleaned of job 1 (mnist): process 4711 does not end"));
    worker.cleansAgain();
    worker.reconnect();
    rig.pass(java.time.Duration.ofSeconds(11));
    assertThat(Eventually.get(() -> jobs().jobs(), report -> report.getDrainedCount() == 0))
        .satisfies(report -> assertThat(report.getDrainedCount()).isZero());
  }

  @Test
  void aJobThatNoAgentCouldTakeInIsRefused() {
    ControlClient.Call call = jobs().run(command("master").addCommand("x".repeat(13 << 20)));
    assertThatThrownBy(() -> ended(call))
        .hasMessageStartingWith("the job and the names of its files are 13.0 MiB, and a node can")
        .hasMessageEndingWith("pack small files into an archive");
  }

  @Test
  void aSecretWithoutAValueIsRefused() {
    assertThatThrownBy(() -> ended(jobs().run(command("master").addSecrets("API_KEY"))))
        .hasMessage("the job came without a value for its secret API_KEY");
  }

  @Test
  void valuesOfSecretsReachTheProgramAndNoDisk() {
    ControlClient.Call call =
        jobs()
            .run(
                RunJobCommand.newBuilder()
                    .setJob(command("master"))
                    .putSecrets("API_KEY", "s3cret-value"));
    untilPhase(call, Phase.RUNNING);
    assertThat(master.orders())
        .anyMatch(order -> order.getStart().getSecretsMap().containsValue("s3cret-value"));
    master.ends(1, 0);
    assertThat(ended(call).getExitCode()).isZero();
    assertThat(rig.disk() + rig.log()).contains("API_KEY").doesNotContain("s3cret-value");
  }
}
