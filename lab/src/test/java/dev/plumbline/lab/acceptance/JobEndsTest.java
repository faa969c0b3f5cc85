package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.LabTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a job ends and whatever disturbs it: the exit code is true, and nothing is left. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
class JobEndsTest {
  private static final int TICKS = 80;

  private Path directory;
  private RealCluster cluster;
  private ClusterJobs jobs;

  @BeforeAll
  void up(@TempDir Path directory) {
    this.directory = directory;
    cluster = RealCluster.up(directory, EndingRanks.inventory());
    cluster.plumb().expect(0, "apply");
    jobs = new ClusterJobs(cluster, directory);
    EndingJava.compile(directory);
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  /** Insists on how the newest job ended; all that is kept of it. */
  private Printed assertJob(String state, String cause, String... why) {
    Printed job = jobs.job();
    assertThat(job.at("state").text()).isEqualTo(state);
    assertThat(job.at("cause").text()).isEqualTo(cause);
    List<Printed> said = job.at("states").items().getLast().at("why").items();
    assertThat(said).hasSameSizeAs(why);
    for (int i = 0; i < why.length; i++) {
      assertThat(said.get(i).text()).contains(why[i]);
    }
    return job;
  }

  @ParameterizedTest
  @CsvSource({
    "exit, 7, program, rank 4 on worker2 ended with exit code 7, last words of four",
    "abort, 9, program, rank 4 on worker2 called MPI_Abort with 9, last words of four",
    "exception, 1, program, rank 4 on worker2 ended with exit code 1, ValueError: no such digit",
    "crash, 134, signal, rank 4 on worker2 was ended by signal 6 (Aborted), last words of four",
    "segv, 139, signal, rank 4 on worker2 was ended by signal 11 (Segmentation fault), last words of four",
  })
  void aRankThatFailsIsNamedWithItsCodeAndItsLastWords(
      String how, int code, String cause, String why, String last) {
    Finished run = jobs.run(code, "how=" + how);

    assertThat(run.err()).contains("  " + why + "\n").containsPattern("\n    .*" + last);
    Printed exit = assertJob("failed", cause, why).at("exit");
    assertThat(exit.at("code").text()).isEqualTo(Integer.toString(code));
    assertThat(exit.at("rank").text()).isEqualTo("4");
    assertThat(exit.at("last_lines").text()).contains(last);
  }

  @ParameterizedTest
  @CsvSource({
    "throw, 1, program, rank 4 on worker2 ended with exit code 1, IllegalStateException: no such",
    "crash, 134, signal, rank 4 on worker2 was ended by signal 6 (Aborted), SIGSEGV",
  })
  void aRankInJavaIsNamedWithWhatTheJvmSays(
      String how, int code, String cause, String why, String last) {
    Finished run = jobs.of("java.yaml").run(code, "how=" + how);

    assertThat(run.err()).contains("  " + why + "\n").containsPattern("\n    .*" + last);
    assertJob("failed", cause, why);
  }

  @Test
  void aDumpSaysWhereEveryRankInJavaHangsAndTheJobGoesOn() throws Exception {
    FollowedRun run = jobs.of("java.yaml").start(List.of());

    cluster.plumb().expect(0, "dump", run.job());

    for (String rank : List.of("1 master", "2 worker1", "3 worker1", "4 worker2", "5 worker2")) {
      run.awaits("\\[" + rank + "\\] Full thread dump ");
      run.awaits("\\[" + rank + "\\] \\s*at Ending.waitsForNobody");
    }
    run.awaits("\\[0 master\\] Full thread dump ");
    run.awaits("\\[0 master\\] tick " + (FollowedRun.ticks(run.said()).size() + 5) + "\n");
    assertThat(cluster.plumb().expect(0, "logs", "--rank", "4", run.job()).out())
        .contains("[4 worker2] Full thread dump ")
        .doesNotContain("[3 worker1]");
    cluster.plumb().expect(0, "cancel", run.job());
    run.ends(130);
    jobs.assertNothingIsLeft();
  }

  @Test
  void whoUsesMoreMemoryThanAllowedIsEndedAndToldSo() {
    jobs.run(137, "how=memory");
    String limit = "memory ran out: the kernel ended a process of the job on ";
    assertJob(
        "failed",
        "memory",
        "rank 4 on worker2 was ended by signal 9 (Killed)",
        limit + "worker2, where 2 ranks had used all that memory_per_rank allows, 100.0 MiB each");

    jobs.of("growing.yaml").run(137);
    assertJob(
        "failed", "memory", "the program on worker1 was ended by signal 9", limit + "worker1");
  }

  @Test
  void aKilledRankIsNamed() throws Exception {
    FollowedRun run = jobs.start(List.of());

    cluster.node("worker2").run("kill -9 " + ClusterJobs.pid(run, 4));

    run.ends(137);
    jobs.assertNothingIsLeft();
    assertJob("failed", "signal", "rank 4 on worker2 was ended by signal 9 (Killed)");
  }

  @Test
  void aKilledDaemonIsNoExitCodeOfTheProgram() throws Exception {
    FollowedRun run = jobs.start(List.of());

    cluster.node("worker1").run("pkill -9 -x orted");

    assertThat(run.ends(125)).contains("mpirun ended with 205");
    jobs.assertNothingIsLeft();
    Printed job = assertJob("lost", "launcher", "mpirun lost its daemon on worker1");
    assertThat(job.at("exit").at("code").text()).isEqualTo("205");
  }

  @Test
  void aKilledMpirunIsNoExitCodeOfTheProgram() throws Exception {
    FollowedRun run = jobs.start(List.of());

    cluster.node("master").run("pkill -9 -x mpirun");

    run.ends(125);
    jobs.assertNothingIsLeft();
    assertJob("failed", "launcher", "mpirun itself was ended by signal 9");
  }

  @Test
  void aNodeThatIsCutOffEndsTheJobAndTakesJobsAgainOnceItIsCleaned() throws Exception {
    LabNode cut = cluster.node("worker2");
    FollowedRun run = jobs.start(List.of());

    cut.unplug(cut.firstNic());
    cut.unplug(cut.secondNic());
    try {
      run.ends(125);
      Printed job = assertJob("lost", "node-lost", "mpirun lost its daemon on worker2");
      assertThat(job.at("exit").at("code").text()).isEqualTo("205");
      assertThat(drained()).anyMatch(reason -> reason.startsWith("worker2 could not be cleaned"));
    } finally {
      cut.plug(cut.firstNic());
      cut.plug(cut.secondNic());
    }

    for (int i = 0; i < 300 && !drained().isEmpty(); i++) {
      Thread.sleep(200);
    }
    assertThat(drained()).isEmpty();
    jobs.assertNothingIsLeft();
    cluster.plumb().expect(0, "run", "--np", "6", "--", "hostname");
  }

  private List<String> drained() {
    return Printed.of(cluster.plumb().expect(0, "jobs", "--output", "json"))
        .at("drained")
        .items()
        .stream()
        .map(node -> node.at("reason").text())
        .toList();
  }

  @Test
  void aCancelledJobSaysSoToEverybody() throws Exception {
    FollowedRun run = jobs.start(List.of());

    cluster.plumb().expect(0, "cancel", run.job());

    jobs.assertNothingIsLeft();
    run.ends(130);
    assertJob("cancelled", "cancelled", "cancelled by ");
  }

  @Test
  void whatRunsTooLongIsEnded() {
    jobs.run(124, "limit=2s");
    assertJob("timed_out", "max-runtime", "max_runtime, 2 s");
  }

  @Test
  void ctrlCLeavesTheJobAlone() throws Exception {
    FollowedRun run = jobs.start(List.of());
    String job = run.job();

    run.interrupt();

    assertThat(run.ends(0))
        .contains("come back with 'plumb logs -f " + job + "', end it with 'plumb cancel " + job);
    FollowedRun back = jobs.beside("logs", "-f", job);
    int seen = FollowedRun.ticks(run.said()).size();
    back.awaits("\\[0 master\\] tick " + (seen + 5) + "\n");
    cluster.plumb().expect(0, "cancel", job);
    assertThat(FollowedRun.ticks(back.ends(0)).getFirst()).isEqualTo("[0 master] tick 0");
    jobs.assertNothingIsLeft();
  }

  @Test
  void onlyTheUserOfTheJobGetsOrteds() throws Exception {
    FollowedRun run = jobs.start(List.of());
    String job = run.job();

    assertThat(shim("0", job, "192.168.56.11", "orted")).contains("(7777), and uid 0 asks");
    assertThat(shim("65534", job, "192.168.56.11", "orted")).contains("and uid 65534 asks");
    assertThat(shim("7777", "99", "192.168.56.11", "orted")).contains("'99' is no job on master");
    assertThat(shim("7777", job, "192.168.56.99", "orted")).contains("no other node of the job");
    assertThat(shim("7777", job, "192.168.56.11", "sh", "-c", "id")).contains("asks for 'sh'");
    assertThat(shim("7777", job, "192.168.56.11", "orted")).contains("on worker1 already");
    for (int rank = 0; rank < 6; rank++) {
      String status = List.of("master", "worker1", "worker2").get(rank / 2);
      assertThat(
              cluster
                  .node(status)
                  .run("grep -E '^(Uid|Gid|Groups|NoNewPrivs)' /proc/$1/status", pid(run, rank)))
          .containsPattern("Uid:(\\s7777){4}\n")
          .containsPattern("Gid:(\\s7777){4}\n")
          .containsPattern("Groups:\\s*\n")
          .containsPattern("NoNewPrivs:\\s1\n");
    }
    cluster.plumb().expect(0, "cancel", job);
    run.ends(130);
  }

  private static String pid(FollowedRun run, int rank) throws InterruptedException {
    return ClusterJobs.pid(run, rank);
  }

  /** What is said to a process of that user on the head that asks as mpirun does. */
  private String shim(String uid, String job, String... words) {
    return cluster
        .node("master")
        .exec(
            "uid=$1 job=$2; shift 2; PLUMB_JOB_ID=$job timeout 20 setpriv --reuid $uid --regid $uid"
                + " --clear-groups perl /run/plumbline-jobs/shim "
                + String.join(" ", words)
                + " 2>&1",
            uid,
            job)
        .out();
  }

  @Test
  void mpirunsOwnSshStartsAndEndsThemAsWell() throws Exception {
    Finished failed = jobs.run(7, "launcher=ssh", "how=exit");
    assertThat(failed.err()).contains("rank 4 on worker2 ended with exit code 7");
    FollowedRun run = jobs.start(List.of("launcher=ssh"));
    assertThat(cluster.node("worker2").run("pgrep -u mpihpc -a")).contains("orted");
    cluster.plumb().expect(0, "cancel", run.job());
    run.ends(130);
    jobs.assertNothingIsLeft();
  }

  @Test
  void killedAgentsDisturbNothing() throws Exception {
    Path results = directory.resolve("agents");
    FollowedRun run = jobs.start(work(), "--fetch", results.toString());

    for (LabNode node : cluster.nodes()) {
      node.run("systemctl kill -s KILL --kill-whom=main plumbline-agent");
    }

    assertUndisturbed(run, results);
  }

  @Test
  void aKilledControllerDisturbsNothing() throws Exception {
    Path results = directory.resolve("controller");
    FollowedRun run = jobs.start(work(), "--fetch", results.toString());

    jobs.killController();

    assertUndisturbed(run, results);
    assertThat(run.said()).contains("the controller went away; coming back to job ");
  }

  @Test
  void cutStreamsDisturbNothing() throws Exception {
    Path results = directory.resolve("streams");
    FollowedRun run = jobs.start(work(), "--fetch", results.toString());
    String port =
        Printed.of(cluster.plumb().expect(0, "controller", "status", "--output", "json"))
            .at("agent_port")
            .text();

    String rule = " OUTPUT -p tcp --syn --dport " + port + " -j REJECT --reject-with tcp-reset";
    cluster
        .nodes()
        .forEach(
            node -> node.run("iptables -I" + rule + "; ss --kill dport = :" + port + "; true"));
    for (int i = 0; i < 100 && jobs.connected() > 0; i++) {
      Thread.sleep(100);
    }
    long connected = jobs.connected();
    // The ranks end while nobody hears of it.
    Thread.sleep(TICKS * 100L);
    cluster.nodes().forEach(node -> node.run("iptables -D" + rule));

    assertThat(connected).isZero();
    assertUndisturbed(run, results);
  }

  private static List<String> work() {
    return List.of("how=work", "ticks=" + TICKS);
  }

  /** Exit code, logs and results are those of a run that nobody disturbed. */
  private void assertUndisturbed(FollowedRun run, Path results) throws Exception {
    List<String> expected =
        IntStream.range(0, TICKS).mapToObj(tick -> "[0 master] tick " + tick).toList();
    String said = run.ends(3);
    assertThat(FollowedRun.ticks(said)).isEqualTo(expected);
    assertThat(FollowedRun.ticks(cluster.plumb().expect(0, "logs", run.job()).out()))
        .isEqualTo(expected);
    assertThat(results.resolve("result.txt")).hasContent("6 ranks " + TICKS + " ticks");
    assertJob("failed", "program", "rank 5 on worker2 ended with exit code 3");
    jobs.assertNothingIsLeft();
  }
}
