package dev.plumbline.lab.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Parallel;
import dev.plumbline.lab.node.LabNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * That a node bears what is done to a machine: addresses, restarts, packages, an engine, cables.
 */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
class ChangedNodesTest {
  private Path inventory;
  private Lab lab;

  @BeforeAll
  void up(@TempDir Path directory) {
    inventory = Inventories.write(directory, "changed", "master", "worker1", "worker2");
    lab = Lab.up(inventory);
  }

  @AfterAll
  void down() {
    lab.down();
  }

  @Test
  void nodesReachEachOtherOnTheSecondNicBeforeAndAfterARestart() {
    address("master", "10");
    address("worker1", "11");
    reaches("master", "11");
    String macs =
        lab.node("worker1").run("cat /sys/class/net/enp0s3/address /sys/class/net/enp0s8/address");
    String id = lab.node("worker1").run("cat /etc/machine-id");

    lab.node("worker1").restart();
    lab.node("master").restart();

    assertThat(lab.node("worker1").run("ip -o -4 address show enp0s8")).isEmpty();
    assertThat(
            lab.node("worker1")
                .run("cat /sys/class/net/enp0s3/address /sys/class/net/enp0s8/address"))
        .isEqualTo(macs);
    assertThat(lab.node("worker1").run("cat /etc/machine-id")).isEqualTo(id);
    address("worker1", "11");
    address("master", "10");
    reaches("master", "11");
    reaches("worker1", "10");
  }

  @Test
  void whatNetplanGivesTheSecondNicIsThereAfterARestart() {
    LabNode node = lab.node("worker2");
    node.run(
        "printf 'network: {ethernets: {enp0s8: {addresses: [192.168.57.12/24, \"fd00:57::12/64\"]}}}'"
            + " >/etc/netplan/90-test.yaml; chmod 600 /etc/netplan/90-test.yaml");
    node.restart();
    assertThat(node.run("ip -o address show enp0s8"))
        .contains("192.168.57.12/24")
        .contains("fd00:57::12/64");
    assertThat(node.ssh("true").ok()).isTrue();
    node.run("rm /etc/netplan/90-test.yaml");
  }

  @Test
  void aNodeRebootsFromInside() {
    LabNode node = lab.node("worker2");
    node.run(
        "printf 'renamed\\n' >/etc/hostname; printf '127.0.0.1 localhost mine\\n' >/etc/hosts");
    String before =
        node.run("cat /proc/sys/kernel/random/boot_id; stat -c %Y /proc/1; echo up >/run/mark");
    node.exec("systemctl reboot");
    while (node.exec("test -e /run/mark").ok()) {
      Thread.onSpinWait();
    }
    node.awaitReady();
    assertThat(before).isNotEmpty();
    assertThat(node.run("hostname; cat /etc/hosts"))
        .isEqualTo("renamed\n127.0.0.1 localhost mine\n");
    assertThat(node.ssh("hostname").out()).isEqualTo("renamed\n");
    node.run(
        "hostnamectl set-hostname ubuntu; printf '127.0.0.1 localhost\\n127.0.1.1 ubuntu\\n' >/etc/hosts");
  }

  @Test
  void aPulledCableIsSeenAndMends() {
    LabNode node = lab.node("worker2");
    node.unplug(node.firstNic());
    assertThat(node.run("cat /sys/class/net/enp0s3/carrier")).isEqualTo("0\n");
    assertThat(node.ssh("true").ok()).isFalse();
    node.plug(node.firstNic());
    node.awaitReady();
    assertThat(node.ssh("true").ok()).isTrue();
  }

  @Test
  void aFrozenNodeAnswersNothingUntilItThaws() {
    LabNode node = lab.node("worker2");
    node.freeze();
    assertThat(node.container().state()).isEqualTo("paused");
    node.thaw();
    assertThat(node.ssh("true").ok()).isTrue();
  }

  @Test
  void aSnapshotShowsWhatWasChangedAndNothingElse() {
    LabNode node = lab.node("worker2");
    var before = node.snapshot();
    node.run(
        "echo x >/etc/mine; useradd --no-create-home --uid 7777 mpi; rm /etc/mine; echo y >/root/mine");
    assertThat(before.changesTo(node.snapshot()))
        .anyMatch(line -> line.startsWith("+ passwd mpi:x:7777:"))
        .anyMatch(line -> line.startsWith("+ file /root/mine 644 root:root f 2 "))
        .noneMatch(line -> line.contains("/etc/mine"))
        .allMatch(line ->
            line.matches(
                "[-+] ((passwd|group|shadow) mpi:?.*|file /root/mine .*|file /etc/(passwd|group|subuid|subgid|gshadow)-? .*|shadow mpi .*|file /etc/\\.pwd\\.lock .*)"));
    node.run("userdel mpi; rm /root/mine");
  }

  @Test
  void aptInstallsAndTheNodesEnginesMakeASwarmThatRunsContainers() {
    Parallel.each(lab.nodes(), node -> node.run(Nested.ENGINE));
    address("master", "10");
    address("worker1", "11");
    LabNode master = lab.node("master");
    master.run("docker swarm init --advertise-addr 192.168.56.10");
    String token = master.run("docker swarm join-token --quiet worker").strip();
    lab.node("worker1").run("docker swarm join --token " + token + " 192.168.56.10:2377");
    assertThat(master.run("docker node ls --format '{{.Status}}'")).isEqualTo("Ready\nReady\n");

    master.run("docker network create --driver overlay --attachable net1");
    master.run(Nested.IMAGE);
    lab.node("worker1").run(Nested.IMAGE);
    lab.node("worker1").run("docker run --detach --network net1 --name far tiny sleep 1000");
    assertThat(master.run("docker run --rm --network net1 tiny getent hosts far")).contains("far");
    assertThat(master.run("docker run --rm --network net1 tiny ping -c 1 far"))
        .contains("1 received");
  }

  @Test
  void upAgainChangesNothingAndStartsWhatWasStopped() {
    String started = lab.node("master").run("stat -c %Y /proc/1");
    Lab again = Lab.up(inventory);
    assertThat(again.node("master").run("stat -c %Y /proc/1")).isEqualTo(started);
    assertThat(again.nodes())
        .extracting(LabNode::address)
        .isEqualTo(lab.nodes().stream().map(LabNode::address).toList());
  }

  private void address(String node, String last) {
    lab.node(node)
        .run("ip link set enp0s8 up; ip address replace 192.168.56." + last + "/24 dev enp0s8");
  }

  private void reaches(String node, String last) {
    String ping = "ping -c 1 -W 5 -I enp0s8 192.168.56." + last;
    assertThat(lab.node(node).run(ping)).contains("1 received");
  }
}
