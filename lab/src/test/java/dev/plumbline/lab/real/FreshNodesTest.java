package dev.plumbline.lab.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What a node is before anybody has touched it. No test here changes one. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
class FreshNodesTest {
  private Path inventory;
  private Lab lab;

  @BeforeAll
  void up(@TempDir Path directory) {
    inventory = Inventories.write(directory, "fresh", "master", "worker1");
    lab = Lab.up(inventory);
  }

  @AfterAll
  void down() {
    lab.down();
  }

  @Test
  void noTwoHaveTheSameIdentity() {
    for (String file : List.of("/etc/machine-id", "/etc/ssh/ssh_host_ed25519_key.pub")) {
      List<String> all = lab.nodes().stream().map(node -> node.run("cat " + file)).toList();
      assertThat(all).doesNotHaveDuplicates().doesNotContain("").hasSize(2);
    }
    assertThat(lab.nodes())
        .extracting(node -> node.run("cat /var/lib/dbus/machine-id /etc/machine-id"))
        .allSatisfy(ids -> assertThat(ids.lines().distinct()).hasSize(1));
  }

  @Test
  void bootsWithoutAFailedUnit() {
    for (LabNode node : lab.nodes()) {
      assertThat(node.exec("systemctl is-system-running").out()).isEqualTo("running\n");
    }
  }

  @Test
  void isNamedAsAFreshInstallIs() {
    LabNode node = lab.node("worker1");
    assertThat(node.run("hostname; cat /etc/hostname")).isEqualTo("ubuntu\nubuntu\n");
    assertThat(node.run("cat /etc/hosts")).contains("127.0.1.1 ubuntu\n");
  }

  @Test
  void letsTheUserInWithAPasswordAndAsksForItInSudo() {
    LabNode node = lab.node("master");
    assertThat(node.ssh("id --user --name").out()).isEqualTo("ubuntu\n");
    Finished unasked = node.ssh("sudo --non-interactive true");
    assertThat(unasked.exit()).isEqualTo(1);
    assertThat(unasked.err()).contains("a password is required");
    assertThat(node.ssh("echo ubuntu | sudo -S --prompt= id --user").out()).isEqualTo("0\n");
    assertThat(node.ssh("exit 7").exit()).isEqualTo(7);
  }

  @Test
  void hasNoAgentAndNothingElseOfOurs() {
    assertThat(lab.node("master").run("find / -xdev -iname '*plumb*' -not -path '/proc/*'"))
        .isEqualTo("/usr/lib/plumbline-lab\n/var/lib/plumbline-lab\n");
  }

  @Test
  void cannotSetTheClockNorTheKernelOfThisMachine() {
    LabNode node = lab.node("master");
    long mayDo = Long.parseLong(node.run("awk '/CapBnd/ {print $2}' /proc/1/status").strip(), 16);
    int sysTime = 25;
    assertThat(mayDo & (1L << sysTime)).isZero();
    assertThat(node.exec("date --set @0").ok()).isFalse();
    assertThat(node.exec("sysctl -w vm.swappiness=60").ok()).isFalse();
    assertThat(node.exec("sysctl -w net.ipv4.ip_forward=0").ok()).isTrue();
    assertThat(node.run("echo b >/proc/sysrq-trigger; echo still here")).contains("still here");
  }

  @Test
  void hasTwoNicsOfWhichNetplanKnowsTheFirst() {
    LabNode node = lab.node("worker1");
    assertThat(node.run("ls /sys/class/net").split("\n"))
        .containsExactlyInAnyOrder("enp0s3", "enp0s8", "lo");
    assertThat(node.run("ip -o address show enp0s8")).isEmpty();
    node.run("/lib/systemd/systemd-networkd-wait-online --interface=enp0s3 --timeout=20");
    assertThat(
            node.run("networkctl --no-legend --no-pager | awk '$2 ~ /enp/ {print $2, $5}' | sort"))
        .isEqualTo("enp0s3 configured\nenp0s8 unmanaged\n");
    String before = node.run("ip -4 -o address show enp0s3; ip route");
    node.run("netplan generate && networkctl reload && networkctl reconfigure enp0s3 && sleep 1");
    assertThat(node.run("ip -4 -o address show enp0s3; ip route")).isEqualTo(before);
    assertThat(node.run("nft list ruleset")).isEmpty();
  }

  @Test
  void reachesThisMachineAtItsGateway() throws Exception {
    LabNode node = lab.node("worker1");
    String gateway = node.run("ip route show default | awk '{print $3}'").strip();
    try (ServerSocket server = new ServerSocket(0)) {
      Thread.ofVirtual().start(() -> greet(server));
      String ask = "exec 3<>/dev/tcp/" + gateway + "/" + server.getLocalPort() + "; cat <&3";
      assertThat(node.run(ask)).isEqualTo("hello\n");
    }
  }

  private static void greet(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write("hello\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void isWrittenBesideTheInventory() throws Exception {
    String local = Files.readString(inventory.resolveSibling("inventory.local.yaml"));
    assertThat(local).startsWith("# Written by plumb lab up").contains("  worker1:\n");
    assertThat(local).contains("address: " + lab.node("worker1").address());
    Path password = lab.access().password();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    assertThat(local).contains("password: \"file:" + password + "\"");
  }

  @Test
  void twoSnapshotsOfAnIdleNodeAreEqual() {
    LabNode node = lab.node("worker1");
    assertThat(node.snapshot().changesTo(node.snapshot())).isEmpty();
    assertThat(node.snapshot().lines()).hasSizeGreaterThan(500);
  }
}
