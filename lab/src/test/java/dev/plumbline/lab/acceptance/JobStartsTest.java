package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.real.LabTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a job from starting, what a running job keeps waiting, and programs of others. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
class JobStartsTest {
  private static final String[] HOSTNAMES = {"run", "--np", "6", "--", "hostname"};

  private static final Map<String, String> JOBS =
      Map.of(
          "no-jar.yaml",
          """
          job: a
          kind: mpi
          java: {jar: no.jar, main: Ending}
          """,
          "no-class.yaml",
          """
          job: a
          kind: mpi
          java: {jar: ending.jar, main: org.Other}
          """,
          "nothing.yaml",
          """
          job: nothing
          kind: command
          command: ["true"]
          outputs: {required: [result.txt]}
          """,
          "netpipe.yaml",
          """
          job: netpipe
          kind: mpi
          ranks: 2
          nodes: [worker1, worker2]
          command: [NPopenmpi, -u, "4096", -o, "${outputs}/np.out"]
          outputs: {required: [np.out]}
          mpi: {ranks_per_node: 1, mca: {mpi_yield_when_idle: "1"}}
          """,
          "hpcc.yaml",
          """
          job: hpcc
          kind: mpi
          ranks: 4
          command:
            - sh
            - -c
            - |
              mkdir $OMPI_COMM_WORLD_RANK && cd $OMPI_COMM_WORLD_RANK || exit
              sed 's/^1000 /200 /' /usr/share/doc/hpcc/examples/_hpccinf.txt >hpccinf.txt
              hpcc && if [ $OMPI_COMM_WORLD_RANK = 0 ]; then mv hpccoutf.txt ${outputs}; fi
          outputs: {required: [hpccoutf.txt]}
          mpi: {mca: {mpi_yield_when_idle: "1"}}
          """);

  private Path directory;
  private RealCluster cluster;
  private ClusterJobs jobs;

  @BeforeAll
  void up(@TempDir Path folder) throws IOException {
    directory = folder;
    cluster =
        RealCluster.up(
            folder,
            EndingRanks.inventory("starts", 7734)
                .replace(
                    "- python3-mpi4py\n",
                    "- python3-mpi4py\n        - netpipe-openmpi\n        - hpcc\n"));
    cluster.plumb().expect(0, "apply");
    jobs = new ClusterJobs(cluster, folder);
    EndingJava.compile(folder);
    for (Map.Entry<String, String> job : JOBS.entrySet()) {
      Files.writeString(folder.resolve(job.getKey()), job.getValue());
    }
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "run --np 2 -- no-such-program;there is no program no-such-program on master",
        "run --np 7 -- hostname;7 ranks",
        "run DIRECTORY/elsewhere.yaml;worker9",
        "run DIRECTORY/no-such.yaml;no-such.yaml",
        "run DIRECTORY/no-jar.yaml;no.jar",
        "run DIRECTORY/no-class.yaml;org.Other",
      })
  void whatCannotStartIsRefused(String words, String why) {
    Finished refused =
        cluster.plumb().run(words.replace("DIRECTORY", directory.toString()).split(" "));

    assertThat(refused.exit()).as(refused.err()).isEqualTo(126);
    assertThat(refused.err()).contains(why).contains("nothing was started");
    jobs.assertNothingIsLeft();
  }

  @Test
  void aDriftedNodeIsRefusedUnlessByForce() {
    cluster.node("worker2").run("rm /home/mpihpc/hostfile");

    Finished refused = cluster.plumb().expect(126, "run", "--np", "6", "--", "hostname");
    assertThat(refused.err())
        .contains("worker2")
        .contains("file[/home/mpihpc/hostfile]")
        .contains("plumb apply --limit worker2")
        .contains("--force");
    cluster.plumb().expect(0, "run", "--force", "--np", "6", "--", "hostname");
    assertThat(jobs.job().at("drifted").text()).isEqualTo("true");

    cluster.plumb().expect(0, "apply", "--limit", "worker2");
    cluster.plumb().expect(0, "run", "--np", "6", "--", "hostname");
    assertThat(jobs.job().at("drifted").text()).isEqualTo("false");
  }

  @Test
  void aNodeThatIsDrainedOrWithoutItsAgentIsNamed() throws InterruptedException {
    cluster.plumb().expect(0, "drain", "worker1", "--reason", "a new disk");
    Finished drained = cluster.plumb().run(HOSTNAMES);
    cluster.plumb().expect(0, "resume", "worker1");
    cluster.node("worker2").run("systemctl stop plumbline-agent");
    Finished offline = cluster.plumb().run(HOSTNAMES);
    cluster.node("worker2").run("systemctl start plumbline-agent");
    jobs.awaitAgents();

    assertThat(drained.exit()).as(drained.err()).isEqualTo(126);
    assertThat(drained.err()).contains("worker1", "drained", "a new disk");
    assertThat(offline.exit()).as(offline.err()).isEqualTo(126);
    assertThat(offline.err()).contains("worker2", "not connected");
  }

  @Test
  void anApplyWaitsForTheJobsOfItsNodesAndSaysSo() throws Exception {
    FollowedRun run = jobs.start(List.of("ticks=200"));
    cluster.node("worker1").run("rm /home/mpihpc/hostfile");

    FollowedRun apply = jobs.beside("apply");
    apply.awaits("worker1  … waits for the end of job " + run.job());
    run.ends(0);
    assertThat(apply.ends(0)).contains("file[/home/mpihpc/hostfile]");
    jobs.assertNothingIsLeft();
  }

  @Test
  void whatMustComeOutAndDoesNotFailsTheJob() {
    Finished failed = cluster.plumb().expect(1, "run", file("nothing.yaml"));

    assertThat(failed.err()).contains("the required output 'result.txt' was not made on worker2");
    assertThat(jobs.job().at("cause").text()).isEqualTo("missing-output");
  }

  @Test
  void netpipeMeasuresTheNetworkBetweenTwoNodes() throws IOException {
    Path results = directory.resolve("netpipe");

    Finished said =
        cluster.plumb().expect(0, "run", file("netpipe.yaml"), "--fetch", results.toString());

    assertThat(said.out()).contains("[0 worker1] 0: worker1", "[1 worker2] 1: worker2");
    assertThat(Files.readAllLines(results.resolve("np.out"))).hasSizeGreaterThan(20);
  }

  @Test
  void hpccRunsToItsEndOnTwoNodes() throws IOException {
    Path results = directory.resolve("hpcc");

    cluster.plumb().expect(0, "run", file("hpcc.yaml"), "--fetch", results.toString());

    assertThat(Files.readString(results.resolve("hpccoutf.txt")))
        .contains("Success=1", "End of HPC Challenge tests");
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }
}
