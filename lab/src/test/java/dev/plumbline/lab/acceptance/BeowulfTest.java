package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.demo.Digits;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.Parallel;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.LabTest;
import dev.plumbline.lab.real.Nested;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole cluster of {@code inventory/examples/beowulf.yaml}, which works as such by its own
 * account: MPI, logins, a swarm. The tests build on each other.
 */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BeowulfTest {
  private static final Map<String, String> ADDRESSES =
      Map.of("master", "192.168.56.10", "worker1", "192.168.56.11", "worker2", "192.168.56.12");

  private RealCluster cluster;

  @BeforeAll
  void up(@TempDir Path directory) {
    cluster = RealCluster.up(directory, Plumb.example("beowulf.yaml"));
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  private String asUser(String node, String command) {
    return cluster.node(node).run("runuser -l mpihpc -c \"$1\"", command).strip();
  }

  private String docker(String node, String command) {
    return cluster.node(node).run("docker " + command).strip();
  }

  /** By the account of its manager, which hears of its nodes with a delay. */
  private void assertSwarmIsWhole(String after) {
    String list;
    int tries = 300;
    do {
      list = docker("master", "node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'");
    } while (list.lines().anyMatch(line -> !line.contains(" Ready")) && tries-- > 0);
    assertThat(list.lines().map(String::strip))
        .as(after)
        .containsExactlyInAnyOrder("master Ready Leader", "worker1 Ready", "worker2 Ready");
  }

  @Test
  @Order(1)
  void everyDifferenceOnTheNodesBelongsToAStepOfThePlanAndEveryStepToADifference() {
    cluster.plumb().expect(0, "agent", "install", "master", "worker1", "worker2");

    Steps.mustExplain(cluster);
  }

  @Test
  @Order(2)
  void aSecondApplyChangesNothing() {
    Snapshots before = Snapshots.of(cluster);

    Printed again = Printed.of(cluster.plumb().expect(0, "apply", "--output", "json"));

    for (Printed node : again.at("nodes").items()) {
      assertThat(node.at("changed").text()).isEqualTo("0");
    }
    before.assertSameAs(Snapshots.of(cluster), "a second apply");
  }

  @Test
  @Order(3)
  void usersLogInFromEveryNodeToEveryOtherWithoutAQuestion() {
    for (String from : ADDRESSES.keySet()) {
      for (String to : ADDRESSES.keySet()) {
        assertThat(asUser(from, "ssh -o BatchMode=yes mpihpc@" + to + " hostname")).isEqualTo(to);
      }
    }
  }

  @Test
  @Order(4)
  void mpiStartsItsRanksOnAllNodes() {
    String program =
        "from mpi4py import MPI; print(MPI.COMM_WORLD.allreduce(1), MPI.COMM_WORLD.rank,"
            + " MPI.Get_processor_name())";

    String printed =
        asUser(
            "master",
            "timeout 120 mpirun -np 6 --hostfile ~/hostfile python3 -c '" + program + "'");

    Map<String, List<String>> ranks =
        printed
            .lines()
            .map(line -> line.split(" ", 3))
            .filter(words -> words[0].equals("6"))
            .collect(
                Collectors.groupingBy(
                    words -> words[2],
                    TreeMap::new,
                    Collectors.mapping(words -> words[1], Collectors.toList())));
    assertThat(ranks.keySet()).containsExactly("master", "worker1", "worker2");
    assertThat(ranks.values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 6).mapToObj(String::valueOf).toList());
  }

  @Test
  @Order(5)
  void agentsStartRanksThatSayWhoTheyAre() {
    assertThat(cluster.plumb().expect(0, "check", "--network").out())
        .contains("6 ordered pairs of nodes");

    Finished hello = cluster.plumb().expect(0, "run", "--np", "6", "--", "hostname");

    // Open MPI 4.1 warns now and then that it came too late to set the process group of its remote
    // shell.
    assertThat(hello.out().lines().filter(line -> !line.contains("setpgid")))
        .containsExactlyInAnyOrder(
            "[0 master] master",
            "[1 master] master",
            "[2 worker1] worker1",
            "[3 worker1] worker1",
            "[4 worker2] worker2",
            "[5 worker2] worker2");
  }

  @Test
  @Order(6)
  void aRankThatFailsGivesTheJobItsExitCodeAndItsName() {
    String program =
        "from mpi4py import MPI; import os; MPI.COMM_WORLD.rank == 3 and os._exit(7);"
            + " MPI.COMM_WORLD.Barrier()";

    Finished failed = cluster.plumb().expect(7, "run", "--np", "6", "--", "python3", "-c", program);

    assertThat(failed.err()).contains("rank 3 on worker1");
    for (LabNode node : cluster.nodes()) {
      assertThat(node.exec("pgrep --uid mpihpc --full 'orted|mpirun|python3'").out())
          .as("left on " + node.name())
          .isEmpty();
    }
  }

  @Test
  @Order(7)
  void sixRanksLearnTheDigitsAndTheirResultsComeBack(@TempDir Path results) {
    List<String> told = new ArrayList<>();
    Path digits = Digits.find(Plumb.home(), System.getenv(), told::add);

    Printed job =
        Printed.of(
            cluster
                .plumb()
                .expect(
                    0,
                    "run",
                    Plumb.home().resolve("inventory/examples/jobs/mnist.yaml").toString(),
                    "--set",
                    "data=" + digits,
                    "--fetch",
                    results.toString(),
                    "--output",
                    "json"));

    assertThat(job.at("state").text()).isEqualTo("succeeded");
    assertThat(job.at("ranks").text()).isEqualTo("6");
    Printed metrics = Printed.of(results.resolve("metrics.json"));
    double accuracy = Double.parseDouble(metrics.at("accuracy").text());
    assertThat(accuracy)
        .as(metrics.at("data").text())
        .isGreaterThanOrEqualTo(told.isEmpty() ? 0.990 : 0.95);
    assertThat(results.resolve("curve.png")).exists();
  }

  @Test
  @Order(8)
  void containersOnDifferentNodesReachEachOtherByName() {
    assertSwarmIsWhole("apply");
    Parallel.each(cluster.nodes(), node -> node.run(Nested.IMAGE));
    docker("worker1", "run --detach --network sparknet --name far tiny sleep 1000");

    for (String from : List.of("master", "worker2")) {
      assertThat(docker(from, "run --rm --network sparknet tiny " + Nested.reach("far")))
          .contains("1 received");
    }
    docker("worker1", "rm --force far");
  }

  @Test
  @Order(9)
  void driftNamesExactlyWhatWasTamperedWithAndApplyMendsIt() {
    Map<String, String> tampering =
        new TreeMap<>(
            Map.of(
                "swarm", "docker swarm leave",
                "docker", "sed -i s/10m/99m/ /etc/docker/daemon.json",
                "address[enp0s8]", "ip address flush dev enp0s8"));
    tampering.forEach((resource, script) -> {
      cluster.node("worker2").run(script);

      Printed drift = Printed.of(cluster.plumb().expect(2, "drift", "--output", "json"));
      assertThat(drift.steps()).as(script).containsExactly("worker2 " + resource);
      cluster.plumb().expect(0, "apply");
      cluster.plumb().expect(0, "drift");
      assertSwarmIsWhole(script + ", then apply");
    });
  }

  @Test
  @Order(10)
  void namesAddressesAndTheSwarmSurviveARestartOfAllNodes() {
    Parallel.each(cluster.nodes(), LabNode::restart);

    for (LabNode node : cluster.nodes()) {
      assertThat(node.run("hostname").strip()).isEqualTo(node.name());
      assertThat(
              node.run(
                  "for i in $(seq 300); do ip -4 -o address show dev enp0s8 | grep inet && exit 0;"
                      + " sleep 0.1; done; exit 1"))
          .contains(ADDRESSES.get(node.name()) + "/24");
      node.run(
          "for i in $(seq 600); do systemctl is-active -q plumbline-agent docker && exit 0;"
              + " sleep 0.1; done; exit 1");
    }
    cluster.plumb().expect(0, "apply");
    cluster.plumb().expect(0, "drift");
    assertSwarmIsWhole("restart");
  }

  @Test
  @Order(11)
  void noTokenAndNoPrivateKeyIsAnywhereButWhereItBelongs() {
    List<String> secrets =
        Stream.concat(
                Stream.of("worker", "manager")
                    .map(role -> docker("master", "swarm join-token --quiet " + role)),
                cluster.nodes().stream()
                    .map(node -> node.run("sed -n 2p ~mpihpc/.ssh/id_ed25519").strip()))
            .toList();

    Disclosure.assertNone(cluster, secrets);
  }
}
