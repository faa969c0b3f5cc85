package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.LabTest;
import dev.plumbline.proto.v1.Content;
import dev.plumbline.proto.v1.Job;
import dev.plumbline.proto.v1.JobExit;
import dev.plumbline.proto.v1.JobInput;
import dev.plumbline.proto.v1.JobInspect;
import dev.plumbline.proto.v1.JobInspection;
import dev.plumbline.proto.v1.JobOrder;
import dev.plumbline.proto.v1.JobPlace;
import dev.plumbline.proto.v1.JobPrepare;
import dev.plumbline.proto.v1.JobReport;
import dev.plumbline.proto.v1.JobSignal;
import dev.plumbline.proto.v1.OrtedStart;
import dev.plumbline.proto.v1.PlacedFile;
import dev.plumbline.proto.v1.Reached;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Ranks of Open MPI on three nodes whose sshd is off, started by their agents. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
class JobsOnNodesTest {
  private static final AtomicInteger IDS = new AtomicInteger(100);

  private RealCluster cluster;
  private Dispatcher dispatcher;
  private String id = "";

  @BeforeAll
  void up(@TempDir Path directory) throws Exception {
    cluster = RealCluster.up(directory, RankPrograms.INVENTORY);
    dispatcher = Dispatcher.instead(cluster);
  }

  @AfterAll
  void down() throws InterruptedException {
    dispatcher.close();
    cluster.close();
  }

  @BeforeEach
  void number() {
    id = Integer.toString(IDS.incrementAndGet());
    dispatcher.relaying = true;
  }

  /** What a test that failed left behind must not fail the next. */
  @AfterEach
  void clean() throws InterruptedException {
    OrderedJob job = job();
    job.end();
    job.forget();
  }

  private OrderedJob job() {
    return new OrderedJob(dispatcher, id, OrderedJob.NODES);
  }

  private static Job.Builder python(String program) {
    return OrderedJob.mpi("python3", "-c", program);
  }

  private static String waiting(int ticks, String exit) {
    return RankPrograms.WAITING.formatted(ticks, exit);
  }

  /** Ends the job, and insists that nothing of it is left but its folder. */
  private void ends(OrderedJob job) throws InterruptedException {
    job.end();
    for (LabNode node : cluster.nodes()) {
      assertThat(
              node.run(
                  "pgrep -u mpihpc -a; systemctl list-units --all --no-legend 'plumbline-job-*'"
                      + " 'plumbline-orted-*'; ls -d /tmp/ompi.* /dev/shm/vader_* 2>/dev/null; true"))
          .as("left on %s", node.name())
          .isEmpty();
    }
    job.forget();
    for (LabNode node : cluster.nodes()) {
      assertThat(node.run("ls /var/lib/plumbline/jobs")).isEmpty();
    }
  }

  @Test
  void sixRanksRunOnThreeNodesWithoutSsh() throws Exception {
    OrderedJob job = job().prepare(python(RankPrograms.HELLO)).start(Map.of());

    String log = job.log();

    assertThat(job.ended().getExit()).as(log).isEqualTo(JobExit.getDefaultInstance());
    for (int rank = 0; rank < 6; rank++) {
      String node = OrderedJob.NODES.get(rank / 2);
      assertThat(log)
          .contains("," + rank + "]<stdout>:rank " + rank + " of 6 on " + node + " " + node + "\n")
          .contains("," + rank + "]<stdout>:sum 15 in /var/lib/plumbline/jobs/" + id + "/work\n");
    }
    assertThat(log.lines().filter(line -> line.contains(">:ids")))
        .hasSize(6)
        .allMatch(line -> line.endsWith("ids 7777 7777 [] nnp 1"));
    assertThat(job.ended().getUsage().getCpuMs()).isPositive();
    assertThat(job.ended().getUsage().getMemoryPeak()).isPositive();
    ends(job);
  }

  @Test
  void theCodeOfARankIsTheCodeOfTheJob() throws Exception {
    OrderedJob job = job().prepare(python(waiting(1, "7 if c.rank == 4 else 0"))).start(Map.of());

    JobExit exit = job.ended().getExit();

    assertThat(exit.getCode()).isEqualTo(7);
    assertThat(exit.getHasRank()).isTrue();
    assertThat(exit.getRank()).isEqualTo(4);
    assertThat(exit.getCause()).isEqualTo("rank 4 on three ended with exit code 7");
    assertThat(exit.getLastLines()).endsWith("last words of four");
    ends(job);
  }

  @Test
  void aKilledRankIsNamed() throws Exception {
    OrderedJob job = job().prepare(python(waiting(600, "0"))).start(Map.of()).says("tick 1");
    String pid = job().pid(4);

    cluster.node("three").run("kill -9 " + pid);

    JobExit exit = job.ended().getExit();
    assertThat(exit.getCode()).isEqualTo(137);
    assertThat(exit.getCause()).startsWith("rank 4 on three was ended by signal 9");
    ends(job);
  }

  @Test
  void aKilledDaemonEndsTheJob() throws Exception {
    OrderedJob job = job().prepare(python(waiting(600, "0"))).start(Map.of()).says("tick 1");

    cluster.node("two").run("pkill -9 -x orted");

    assertThat(job.ended().getExit().getCode()).isEqualTo(205);
    assertThat(job.ended().getExit().getCause()).isEqualTo("mpirun lost its daemon on two");
    JobReport two =
        dispatcher.await(
            "two", id, said -> said.getRelaysCount() == 1 && said.getRelays(0).hasExit());
    assertThat(two.getRelays(0).getExit().getCode()).isEqualTo(137);
    ends(job);
  }

  @Test
  void agentsThatAreKilledLoseNothing() throws Exception {
    OrderedJob job =
        job()
            .prepare(python(waiting(100, "3 if c.rank == 5 else 0")))
            .start(Map.of())
            .says("tick 1\n");

    for (LabNode node : cluster.nodes()) {
      node.run("systemctl kill -s KILL --kill-whom=main plumbline-agent");
    }
    job.says("tick 20\n");
    dispatcher.cut();

    String log = job.log();
    assertThat(job.ended().getExit().getCode()).as(log).isEqualTo(3);
    for (int tick = 0; tick < 100; tick++) {
      assertThat(log).containsOnlyOnce("tick " + tick + "\n");
    }
    ends(job);
  }

  @Test
  void aCancelledJobEndsAndLeavesNothing() throws Exception {
    OrderedJob job = job().prepare(python(waiting(600, "0"))).start(Map.of()).says("tick 1");

    job.signal(OrderedJob.HEAD, JobSignal.Signal.TERM);

    assertThat(job.ended().getExit().getCode()).isNotZero();
    ends(job);
  }

  @Test
  void aJobIsEndedInTheMiddleAndLeavesNothing() throws Exception {
    OrderedJob job = job().prepare(python(waiting(600, "0"))).start(Map.of()).says("tick 1");

    ends(job);
  }

  @Test
  void filesComeAndGo() throws Exception {
    byte[] data = new byte[3_000_000];
    new Random(1).nextBytes(data);
    String hash = dispatcher.content(data);
    Job.Builder asked =
        OrderedJob.mpi("python3", "-c", RankPrograms.FILES, "${inputs.data}")
            .addInputs(
                JobInput.newBuilder()
                    .setName("data")
                    .setFolder(true)
                    .addFiles(
                        PlacedFile.newBuilder()
                            .setPath("sub/data")
                            .setContent(Content.newBuilder().setHash(hash).setSize(data.length))));
    String secret = "hush \"$x\" \\";
    OrderedJob job = job().prepare(asked).start(Map.of("SECRET", secret));
    assertThat(job.log()).contains("read only");
    assertThat(job.ended().getExit().getCode()).as(job.log()).isZero();
    job.end();

    JobReport collected = job.collect(List.of("*.txt", "none.bin"), List.of("plots"));

    assertThat(collected.getMissingList()).containsExactly("none.bin");
    assertThat(collected.getOutputsList())
        .extracting(PlacedFile::getPath)
        .containsExactly("hash.txt", "plots/a.png");
    assertThat(
            new String(
                dispatcher.content(collected.getOutputs(0).getContent().getHash()),
                StandardCharsets.UTF_8))
        .isEqualTo(hash);
    assertThat(dispatcher.content(collected.getOutputs(1).getContent().getHash())).hasSize(1000);
    assertThat(collected.getProblems(0).getMessage()).contains("shadow.txt is a symbolic link");
    ends(job);
  }

  @Test
  void aSecretIsSeenByNobodyElse() throws Exception {
    OrderedJob job =
        job().prepare(python(waiting(600, "0"))).start(Map.of("SECRET", "hush-7")).says("tick 1");

    for (LabNode node : cluster.nodes()) {
      assertThat(
              node.run(
                  "systemctl show --all 'plumbline-job-*' 'plumbline-orted-*'; cat /proc/*/cmdline |"
                      + " tr '\\0' ' '; cat /var/lib/plumbline/jobs/*/job.json"))
          .contains("python3")
          .doesNotContain("hush-7");
      assertThat(node.run("ls /run/plumbline")).doesNotContain(".env");
    }
    ends(job);
  }

  @Test
  void whoIsNotTheJobsUserGetsNoOrted() throws Exception {
    OrderedJob job = job().prepare(python(waiting(600, "0"))).start(Map.of()).says("tick 1");

    for (String user : List.of("0", "7778")) {
      assertThat(shim(user, id, OrderedJob.address("two"), "orted", "-mca", "ess", "env").err())
          .contains("runs as mpihpc (7777), and uid " + user + " asks");
    }
    assertThat(shim("7777", "99", OrderedJob.address("two"), "orted").err())
        .contains("'99' is no job on one");
    assertThat(shim("7777", id, "192.168.56.99", "orted").err())
        .contains("192.168.56.99, which is no other node of the job");
    assertThat(shim("7777", id, OrderedJob.address("two"), "sh", "-c", "id").err())
        .contains("asks for 'sh'");
    assertThat(shim("7777", id, OrderedJob.address("two"), "orted").err())
        .contains("has asked for an orted on two already");
    ends(job);
  }

  /** The shim as a process of that user would start it on the head. */
  private Finished shim(String uid, String job, String... words) {
    return cluster
        .node("one")
        .exec(
            "uid=$1; job=$2; shift 2; PLUMB_JOB_ID=$job timeout 20 setpriv --reuid $uid --regid $uid"
                + " --clear-groups perl /run/plumbline-jobs/shim \"$@\"",
            Stream.concat(Stream.of(uid, job), Arrays.stream(words)).toArray(String[]::new));
  }

  @Test
  void anArgumentThatIsNotOfTheJobStartsNothing() throws Exception {
    OrderedJob job = job().prepare(OrderedJob.mpi("sleep", "60"));
    dispatcher.relaying = false; // mpirun waits for its daemons meanwhile.
    job.start(Map.of());
    dispatcher.await(OrderedJob.HEAD, id, said -> said.getRelaysCount() == 2);
    dispatcher.relaying = true;

    dispatcher.order(
        "two",
        JobOrder.newBuilder()
            .setJob(id)
            .setOrted(
                OrtedStart.newBuilder()
                    .setRelay("evil")
                    .addAllArguments(
                        List.of("-mca", "plm_rsh_agent", "/bin/sh", "-mca", "ess", "env"))));

    JobReport refused =
        dispatcher.await("two", id, said -> said.getRelaysList().toString().contains("evil"));
    assertThat(refused.getRelaysList().toString())
        .contains("have a parameter that is not of this job: plm_rsh_agent /bin/sh");
    assertThat(cluster.node("two").run("systemctl list-units --all 'plumbline-orted-*evil*'"))
        .doesNotContain("plumbline-orted");
    ends(job);
  }

  @Test
  void withoutATicketNoDaemonStarts() throws Exception {
    OrderedJob job = job().prepare(OrderedJob.mpi("hostname"));
    job.ticket("two", 60_000, Map.of()).ticket("three", 1, Map.of()).startHead(Map.of());

    JobReport three = dispatcher.await("three", id, said -> said.getRelaysCount() == 1);
    assertThat(three.getRelays(0).getExit().getCause())
        .contains("the ticket of job " + id + " on three has expired");
    assertThat(job.ended().getExit().getCode()).isNotZero();
    assertThat(job.ended().getExit().getCause())
        .isEqualTo("mpirun could not start its daemons on all nodes");
    ends(job);
  }

  @Test
  void rootIsRefused() throws Exception {
    dispatcher.order(
        "one",
        JobOrder.newBuilder()
            .setJob(id)
            .setPrepare(
                JobPrepare.newBuilder()
                    .setJob(python("pass").setUser("root"))
                    .addPlaces(JobPlace.newBuilder().setNode("one").setAddress("192.168.56.10"))));

    JobReport refused = dispatcher.await("one", id, said -> said.getProblemsCount() > 0);

    assertThat(refused.getProblems(0).getMessage()).contains("the uid or the gid of root");
    assertThat(refused.getPhase()).isEqualTo(JobReport.Phase.PREPARING);
    new OrderedJob(dispatcher, id, List.of("one")).forget();
  }

  @Test
  void aNodeIsSeenBeforeTheStart() throws Exception {
    Map<String, Integer> ports = new TreeMap<>();
    for (String node : OrderedJob.NODES) {
      dispatcher.order(
          node,
          look()
              .setInspect(JobInspect.newBuilder().setToken("t").setJob(OrderedJob.mpi("python3"))));
      JobInspection seen = dispatcher.await(node, "0", JobReport::hasInspection).getInspection();
      assertThat(seen.getValuesMap())
          .containsEntry("user.uid", "7777")
          .containsEntry("program", "/usr/bin/python3")
          .containsEntry("launcher", "")
          .containsEntry("mpi.java", "")
          .containsEntry("leftovers", "")
          .containsEntry("network.address", OrderedJob.address(node))
          .hasEntrySatisfying("mpi.version", version -> assertThat(version).startsWith("4.1."))
          .containsKeys("memory.available", "disk.free");
      ports.put(node, seen.getPort());
    }
    JobInspect.Builder reach = JobInspect.newBuilder().setToken("t");
    ports.forEach((node, port) ->
        reach.addReach(
            JobPlace.newBuilder()
                .setNode(node)
                .setAddress(OrderedJob.address(node))
                .setPort(port)));
    cluster.node("three").run("iptables -A INPUT -i enp0s8 -m length --length 1000: -j DROP");
    dispatcher.forget("one", "0");
    List<Reached> reached;
    try {
      dispatcher.order("one", look().setInspect(reach));
      reached =
          dispatcher
              .await("one", "0", said -> said.getInspection().getReachedCount() > 0)
              .getInspection()
              .getReachedList();
    } finally {
      cluster.node("three").run("iptables -F INPUT");
    }
    assertThat(reached.get(0).getFailure()).isEmpty();
    assertThat(reached.get(0).getMtu()).isEqualTo(1500);
    assertThat(reached.get(1).getFailure()).contains("full-size packets do not pass");
  }

  private static JobOrder.Builder look() {
    return JobOrder.newBuilder().setJob("0");
  }
}
