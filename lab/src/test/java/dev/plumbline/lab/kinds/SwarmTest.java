package dev.plumbline.lab.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Parallel;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.Inventories;
import dev.plumbline.lab.real.LabTest;
import dev.plumbline.lab.real.Nested;
import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.util.List;
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
 * A swarm of three real engines. Every test starts from the converged swarm and leaves something
 * that the next one's apply can mend.
 */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SwarmTest {
  private static final String NODES =
      """
      cluster: kinds
      nodes:
        master: {address: 192.168.56.10}
        worker1: {address: 192.168.56.11}
        worker2: {address: 192.168.56.12}
      groups:
        all: {state: {docker: {}}}
      """;
  private static final String SWARM =
      NODES
          + """
            managers:
              nodes: [master]
              state:
                swarm: {role: manager, advertise: "${node.address}"}
                overlay_networks: {sparknet: {attachable: true}}
            workers:
              nodes: [worker1, worker2]
              state: {swarm: {role: worker, labels: {disk: ssd}}}
          """;

  private Lab lab;
  private Fleet fleet;

  @BeforeAll
  void up(@TempDir Path directory) throws Failure {
    lab = Lab.up(Inventories.write(directory, "kinds", "master", "worker1", "worker2"));
    Parallel.each(lab.nodes(), node -> node.run(Nested.ENGINE));
    for (LabNode node : lab.nodes()) {
      node.run("hostnamectl set-hostname " + node.name());
      node.run("ip link set enp0s8 up; ip address replace " + address(node) + "/24 dev enp0s8");
    }
    fleet = new Fleet(lab, directory);
    assertThat(fleet.apply(SWARM))
        .contains("master swarm changed role,cluster")
        .contains("worker1 swarm changed role,cluster", "worker2 swarm changed role,cluster")
        .contains("master overlay_network[sparknet] changed state")
        // The workers come when they come: in one round, or one after the other.
        .anyMatch(line -> isOfKeeper(line, "members.worker1.labels.disk"))
        .anyMatch(line -> isOfKeeper(line, "members.worker2.labels.disk"))
        .noneMatch(line -> line.contains(" failed "));
    assertThat(docker("master", "node inspect worker1 worker2 --format '{{.Spec.Labels.disk}}'"))
        .isEqualTo("ssd\nssd");
  }

  private static boolean isOfKeeper(String line, String change) {
    return line.startsWith("master swarm changed ") && line.contains(change);
  }

  @AfterAll
  void down() {
    lab.down();
  }

  private static String address(LabNode node) {
    return "192.168.56.1" + List.of("master", "worker1", "worker2").indexOf(node.name());
  }

  private String docker(String node, String command) {
    return lab.node(node).run("docker " + command).strip();
  }

  /** The lines of the swarm's list, as its manager has them, once it has heard of all nodes. */
  private List<String> nodes() {
    String list;
    do {
      list = docker("master", "node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'");
    } while (list.contains(" Unknown"));
    return list.lines().map(String::strip).sorted().toList();
  }

  private void converges() throws Failure {
    assertThat(fleet.apply(SWARM)).noneMatch(line -> line.contains(" failed "));
    assertThat(nodes()).containsExactly("master Ready Leader", "worker1 Ready", "worker2 Ready");
    assertThat(fleet.drift()).isEmpty();
  }

  @Test
  void aSecondApplyChangesNothingAndNoTokenIsTold() throws Failure {
    converges();
    assertThat(fleet.apply(SWARM)).isEmpty();

    String worker = docker("master", "swarm join-token --quiet worker");
    String manager = docker("master", "swarm join-token --quiet manager");
    assertThat(fleet.export("master", "worker_token")).isEqualTo(worker);
    assertThat(fleet.told()).contains("worker1").doesNotContain(worker, manager, "SWMTKN");
  }

  @Test
  void aWorkerThatLeftIsNamedAloneAndComesBackWithoutATrace() throws Failure {
    converges();
    docker("worker2", "swarm leave");

    assertThat(fleet.drift()).containsExactly("worker2 swarm");
    assertThat(fleet.apply(SWARM))
        .containsExactlyInAnyOrder(
            "worker2 swarm changed role,cluster",
            "master swarm changed members.worker2.labels.disk,members.worker2.former");
    converges();
  }

  @Test
  void aNodeThatAManagerRemovedJoinsAgain() throws Failure {
    converges();
    docker("master", "node rm --force worker1");

    assertThat(fleet.drift()).containsExactly("master swarm");
    fleet.apply(SWARM);
    converges();
  }

  @Test
  void whatAManagerSaysOfANodeIsMendedByTheKeeper() throws Failure {
    converges();
    docker("master", "node update --label-add disk=hdd --label-add mine=1 worker1");
    docker("master", "node update --availability drain worker2");

    assertThat(fleet.drift()).containsExactly("master swarm");
    fleet.apply(SWARM);
    assertThat(docker("master", "node inspect worker1 --format '{{.Spec.Labels}}'"))
        .isEqualTo("map[disk:ssd mine:1]");
    assertThat(docker("master", "node inspect worker2 --format '{{.Spec.Availability}}'"))
        .isEqualTo("drain");
    fleet.apply(SWARM.replace("{disk: ssd}", "{disk: ssd}, availability: active"));
    assertThat(docker("master", "node inspect worker2 --format '{{.Spec.Availability}}'"))
        .isEqualTo("active");
  }

  @Test
  void aForeignSwarmIsLeftOnlyWhereTheInventoryAllowsIt() throws Failure {
    converges();
    docker("worker2", "swarm leave");
    docker("worker2", "swarm init --advertise-addr 192.168.56.12");

    assertThat(fleet.drift())
        .hasSize(1)
        .allMatch(line -> line.startsWith("worker2 swarm Fail") && line.contains("leave_foreign"));
    assertThat(fleet.apply(SWARM))
        .anyMatch(line ->
            line.startsWith("worker2 swarm failed this node is a manager in the swarm ")
                && line.contains("leave_foreign: true"));
    assertThat(docker("worker2", "node ls --quiet")).isNotEmpty();
    assertThat(fleet.apply(SWARM.replace("{disk: ssd}", "{disk: ssd}, leave_foreign: true")))
        .contains("worker2 swarm changed cluster");
    converges();
  }

  @Test
  void aSwarmThatItsManagerLeftIsMadeAnew() throws Failure {
    converges();
    docker("master", "swarm leave --force");

    assertThat(fleet.drift()).contains("master swarm").doesNotContain("worker1 swarm");
    assertThat(fleet.apply(SWARM))
        .contains("master swarm changed role,cluster", "worker1 swarm changed cluster");
    converges();
  }

  @Test
  void aManagerThatCannotBeReachedIsToldBeforeAnythingIsLeft() throws Failure {
    converges();
    docker("worker1", "swarm leave");
    lab.node("master").run("iptables -I INPUT -p tcp --dport 2377 -j REJECT");

    assertThat(fleet.apply(SWARM))
        .anyMatch(line ->
            line.startsWith(
                    "worker1 swarm failed this node cannot reach a manager of the swarm: 192.168.56.10:2377: connection refused")
                && line.contains("open TCP 2377, TCP and UDP 7946 and UDP 4789"));
    lab.node("master").run("iptables -D INPUT 1; iptables -I INPUT -p tcp --dport 7946 -j REJECT");
    assertThat(fleet.apply(SWARM))
        .anyMatch(line -> line.contains("192.168.56.10:2377 answers, but TCP port 7946"));
    lab.node("master").run("iptables -D INPUT 1");
    converges();
  }

  @Test
  void rolesChangeWithoutLeaving() throws Failure {
    converges();
    String id = fleet.export("worker1", "node_id");
    String three =
        SWARM
            .replace("nodes: [master]", "nodes: [master, worker1, worker2]")
            .replace(
                "  workers:\n    nodes: [worker1, worker2]\n    state: {swarm: {role: worker, labels: {disk: ssd}}}\n",
                "");

    assertThat(fleet.apply(three)).noneMatch(line -> line.contains(" failed "));
    assertThat(fleet.apply(three)).noneMatch(line -> line.contains(" failed "));
    assertThat(nodes())
        .containsExactly(
            "master Ready Leader", "worker1 Ready Reachable", "worker2 Ready Reachable");
    assertThat(fleet.export("worker1", "node_id")).isEqualTo(id);

    lab.node("worker1").run("systemctl stop docker.socket docker");
    lab.node("worker2").run("systemctl stop docker.socket docker");
    while (lab.node("master").exec("docker node ls").ok()) {
      Thread.onSpinWait();
    }
    assertThat(fleet.drift())
        .anyMatch(line -> line.startsWith("master swarm Fail") && line.contains("quorum"));
    lab.node("worker1").run("systemctl start docker.socket docker");
    lab.node("worker2").run("systemctl start docker.socket docker");
    assertThat(fleet.drift()).isEmpty();

    converges();
    assertThat(fleet.export("worker1", "node_id")).isEqualTo(id);
  }

  @Test
  void aNodeWithoutARoleLeavesNothingBehind() throws Failure {
    converges();
    String without =
        SWARM.replace("nodes: [worker1, worker2]", "nodes: [worker1]")
            + "  outside: {nodes: [worker2], state: {swarm: none}}\n";

    assertThat(fleet.apply(without)).contains("worker2 swarm changed role,cluster");
    assertThat(nodes()).containsExactly("master Ready Leader", "worker1 Ready");
    assertThat(fleet.drift()).isEmpty();
    converges();
  }

  /** First: engines that left and joined again tell each other of names late. */
  @Test
  @Order(1)
  void containersOnDifferentNodesReachEachOtherByName() throws Failure {
    converges();
    Parallel.each(lab.nodes(), node -> node.run(Nested.IMAGE));
    docker("worker1", "run --detach --network sparknet --name far tiny sleep 1000");

    assertThat(docker("worker2", "run --rm --network sparknet tiny " + Nested.reach("far")))
        .contains("1 received");

    String changed = SWARM.replace("{attachable: true}", "{subnet: 10.77.0.0/24}");
    assertThat(fleet.apply(changed))
        .anyMatch(line ->
            line.contains("cannot be changed while it is in use by the container")
                && line.contains(" on worker1"));
    assertThat(docker("worker2", "run --rm --network sparknet tiny " + Nested.reach("far")))
        .contains("1 received");
    docker("worker1", "rm --force far");
    assertThat(fleet.apply(changed)).contains("master overlay_network[sparknet] changed subnet");
    assertThat(
            docker(
                "master", "network inspect sparknet --format '{{.IPAM.Config}} {{.Attachable}}'"))
        .contains("10.77.0.0/24")
        .endsWith(" true");
  }

  @Test
  void aNetworkThatWasRemovedIsNamedAndMadeAnew() throws Failure {
    converges();
    docker("master", "network rm sparknet");

    assertThat(fleet.drift()).containsExactly("master overlay_network[sparknet]");
    assertThat(fleet.apply(SWARM))
        .containsExactly("master overlay_network[sparknet] changed state");
    String none = SWARM.replace("{attachable: true}", "{state: absent}");
    assertThat(fleet.apply(none)).containsExactly("master overlay_network[sparknet] changed state");
    assertThat(docker("master", "network ls --quiet --filter name=sparknet")).isEmpty();
    assertThat(fleet.apply(none)).isEmpty();
  }
}
