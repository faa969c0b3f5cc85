package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.LabTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** Three fresh nodes become a cluster and are kept one. The tests build on each other. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ThreeNodesTest {
  private static final String INVENTORY =
      """
      cluster: three
      vars: {mpi_user: mpihpc}
      nodes:
        master:  {address: 192.168.56.10, slots: 2}
        worker1: {address: 192.168.56.11, slots: 2}
        worker2: {address: 192.168.56.12, slots: 2}
      groups:
        all:
          connect: {user: ubuntu}
          state:
            hostname: ${node.name}
            hosts: {nodes: all}
            packages: [tree, {name: ufw, state: absent}]
            groups: {cluster: {gid: 7000}}
            users:
              ${mpi_user}:
                uid: 7777
                groups: [sudo, cluster]
                shell: /bin/bash
                sudo: nopasswd
                password_hash: "$6$plumbline$nothing.to.see.here"
            ssh_keys: {mpihpc: {type: ed25519, trust: all}}
            services: {ssh: {enabled: true, running: true, restart_on: ["file[/etc/ssh/sshd_config.d/cluster.conf]"]}}
            files:
              /etc/ssh/sshd_config.d/cluster.conf: {content: "MaxSessions 40\\n"}
              /srv/cluster: {state: directory, owner: mpihpc, group: cluster, mode: "2775"}
              /srv/cluster/token: {content: "very-secret-token", sensitive: true, owner: mpihpc}
      """;

  private RealCluster cluster;

  @BeforeAll
  void up(@TempDir Path directory) {
    cluster = RealCluster.up(directory, INVENTORY);
    // The network that the inventory's addresses belong to is there already.
    int host = 10;
    for (String name : List.of("master", "worker1", "worker2")) {
      LabNode node = cluster.node(name);
      node.run("ip link set " + node.secondNic() + " up");
      node.run("ip address add 192.168.56." + host++ + "/24 dev " + node.secondNic());
    }
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  @Test
  @Order(1)
  void withoutAgentsAPlanSaysSoAndTouchesNothing() {
    var plan = cluster.plumb().expect(2, "plan", "--output", "json");

    for (Printed node : Printed.of(plan).at("nodes").items()) {
      assertThat(node.at("install_agent").text()).isEqualTo("true");
    }
    for (LabNode node : cluster.nodes()) {
      assertThat(node.exec("ls -d /opt/plumbline /var/lib/plumbline").out()).isEmpty();
    }
  }

  @Test
  @Order(2)
  void everyDifferenceOnTheNodesBelongsToAStepOfThePlanAndEveryStepToADifference() {
    cluster.plumb().expect(0, "agent", "install", "master", "worker1", "worker2");

    Steps.mustExplain(cluster);
  }

  @Test
  @Order(3)
  void theNodesThemselvesSayThatTheyAreACluster() {
    for (LabNode node : cluster.nodes()) {
      assertThat(node.run("hostname").strip()).isEqualTo(node.name());
      assertThat(node.run("getent hosts worker2")).startsWith("192.168.56.12");
      assertThat(node.run("getent ahostsv4 $(hostname) | head -n 1")).startsWith("192.168.56.1");
      assertThat(node.run("id mpihpc"))
          .contains("uid=7777(mpihpc)")
          .contains("(sudo)")
          .contains("(cluster)");
      assertThat(node.run("dpkg-query -W -f '${db:Status-Abbrev}' tree")).isEqualTo("ii ");
      assertThat(node.exec("dpkg-query -W -f '${db:Status-Abbrev}' ufw").out()).isNotEqualTo("ii ");
      assertThat(node.run("runuser -u mpihpc -- sudo -n id -u").strip()).isEqualTo("0");
      for (LabNode other : cluster.nodes()) {
        String login =
            "runuser -u mpihpc -- ssh -o BatchMode=yes mpihpc@" + other.name() + " hostname";
        assertThat(node.run(login).strip()).isEqualTo(other.name());
      }
    }
  }

  @Test
  @Order(4)
  void aSecondApplyChangesNothingAndTheAgentsStartNoProcess() {
    for (LabNode node : cluster.nodes()) {
      node.run("apt-get install -qq -y strace >/dev/null 2>&1");
      node.run(
          "systemd-run --quiet --unit=exec-trace strace -f -qq -e trace=execve -o /run/exec-trace"
              + " -p $(systemctl show -p MainPID --value plumbline-agent)");
      node.run("for i in $(seq 100); do [ -e /run/exec-trace ] && exit 0; sleep 0.1; done; exit 1");
    }
    cluster.node("worker1").run("printf x >>/srv/cluster/token");

    cluster.plumb().expect(2, "drift");
    cluster.plumb().expect(0, "apply");
    Printed again = Printed.of(cluster.plumb().expect(0, "apply", "--output", "json"));

    for (Printed node : again.at("nodes").items()) {
      assertThat(node.at("changed").text()).isEqualTo("0");
    }
    for (LabNode node : cluster.nodes()) {
      node.run("systemctl stop exec-trace");
      assertThat(node.run("grep execve /run/exec-trace || true")).isEmpty();
    }
  }

  @Test
  @Order(5)
  void driftNamesExactlyWhatWasTamperedWithAndApplyMendsExactlyThat() {
    Map<String, String> tampering =
        Map.of(
            "hosts", "sed -i 's/192.168.56.12/192.168.56.99/' /etc/hosts",
            "ssh_key[mpihpc]", "sed -i 2d ~mpihpc/.ssh/authorized_keys",
            "service[ssh]", "systemctl stop ssh",
            "package[tree]", "dpkg --purge tree",
            "hostname", "hostname intruder",
            "user[mpihpc]", "usermod -s /bin/sh mpihpc",
            "file[/srv/cluster]", "chmod 0700 /srv/cluster",
            "file[/srv/cluster/token]", "echo hacked >/srv/cluster/token");
    Snapshots before = Snapshots.of(cluster);
    tampering.forEach((resource, script) -> {
      cluster.node("worker2").run(script);

      Printed drift = Printed.of(cluster.plumb().expect(2, "drift", "--output", "json"));
      assertThat(drift.steps()).as(script).containsExactly("worker2 " + resource);
      cluster.plumb().expect(0, "apply");
      cluster.plumb().expect(0, "drift");

      before.assertSameAs(Snapshots.of(cluster), script + ", then apply");
    });
  }

  @Test
  @Order(6)
  void onlySelectedNodesAreTouched() {
    cluster.nodes().forEach(node -> node.run("rm /etc/ssh/sshd_config.d/cluster.conf"));

    cluster.plumb().expect(0, "apply", "--limit", "worker1");

    assertThat(cluster.node("worker1").run("ls /etc/ssh/sshd_config.d")).contains("cluster.conf");
    assertThat(cluster.node("master").run("ls /etc/ssh/sshd_config.d"))
        .doesNotContain("cluster.conf");
    cluster.plumb().expect(0, "apply");
  }

  @Test
  @Order(7)
  void whatIsOwnedWholeGoesWithItsLineAndOthersStayAndAreNamed() {
    cluster.inventory(INVENTORY.replaceAll("(?m)^ +hosts: .*\\R", "").replace("[tree, ", "["));

    var plan = cluster.plumb().expect(2, "plan");
    var applied = cluster.plumb().expect(0, "apply");

    assertThat(plan.out()).contains("no longer managed, stays as it is: package[tree]");
    assertThat(applied.out())
        .contains("master, worker1, worker2: no longer managed, stays as it is: package[tree]");
    assertThat(cluster.node("worker1").run("cat /etc/hosts")).doesNotContain("192.168.56.12");
    assertThat(cluster.node("worker1").run("dpkg-query -W -f '${db:Status-Abbrev}' tree"))
        .isEqualTo("ii ");
    cluster.inventory(INVENTORY);
    cluster.plumb().expect(0, "apply");
  }

  @Test
  @Order(8)
  void theConfigurationSurvivesARestartOfTheNodes() {
    LabNode node = cluster.node("worker2");
    node.restart();

    assertThat(node.run("hostname").strip()).isEqualTo("worker2");
    assertThat(node.run("getent hosts master")).startsWith("192.168.56.10");
    node.run(
        "for i in $(seq 300); do systemctl is-active -q plumbline-agent && exit 0; sleep 0.1; done; exit 1");
    cluster.plumb().expect(0, "apply");
  }

  private Impostor impostor(String node) {
    return new Impostor(cluster.node(node));
  }

  /** What the controller's log and the status say, besides the node's own journal. */
  private void assertRefused(String node, String why) throws Exception {
    impostor(node).assertRefused(why);
    awaitLog("refused: " + why);
    assertThat(cluster.plumb().expect(3, "status").out())
        .containsPattern(node + " +! its agent was refused: " + why);
  }

  /** Once only, however often the agent comes again. */
  private void awaitLog(String line) throws Exception {
    Path log = cluster.plumb().state().resolve("controller.log");
    for (int i = 0; i < 200 && !Files.readString(log).contains(line); i++) {
      Thread.sleep(100);
    }
    assertThat(log).content().containsOnlyOnce(line);
  }

  @Test
  @Order(9)
  void aCertificateOfAnotherNodeIsRefused() throws Exception {
    impostor("worker2").show(impostor("worker1").identity());

    assertRefused("worker2", "the certificate of worker1 cannot speak for worker2");
  }

  @Test
  @Order(10)
  void anExpiredCertificateIsRefused() throws Exception {
    Impostor worker1 = impostor("worker1");
    worker1.show(worker1.certificate(cluster.plumb().state(), Duration.ofDays(100)));

    assertRefused("worker1", "the certificate of worker1 expired at ");
  }

  @Test
  @Order(11)
  void aRevokedCertificateIsRefused() throws Exception {
    cluster.plumb().expect(0, "agent", "revoke", "--yes", "master");

    assertRefused("master", "the certificate of master was revoked at ");
  }

  @Test
  @Order(12)
  void aCertificateOfAnotherAuthorityIsRefused(@TempDir Path elsewhere) throws Exception {
    Impostor worker1 = impostor("worker1");
    worker1.show(worker1.certificate(elsewhere, Duration.ZERO));

    worker1.assertRefused("which its authority has not signed for an agent");
    awaitLog("the certificate of CN=worker1 was signed by another authority");
  }

  @Test
  @Order(13)
  void withoutACertificateNobodyComesIn() throws Exception {
    Impostor worker1 = impostor("worker1");
    worker1.showNothing();
    worker1.assertRefused("the agent has no identity to show: ");

    LabNode node = cluster.node("worker1");
    String controller = node.run("grep -o '[0-9.]*:7[0-9]*' /var/lib/plumbline/agent.json").strip();
    Finished caller =
        node.exec(
            "timeout 20 openssl s_client -connect " + controller + " -alpn h2 -ign_eof </dev/null");
    assertThat(caller.out() + caller.err()).contains("alert certificate required");
    awaitLog("refused a connection from " + node.address() + ": it has no certificate");
  }

  @Test
  @Order(14)
  void theNextApplyGivesAllOfThemCertificatesOfTheirOwnAgain() {
    cluster.plumb().expect(0, "apply");
    cluster.plumb().expect(0, "status");
  }

  @Test
  @Order(15)
  void noSecretOfTheRunIsAnywhereButWhereItBelongs() {
    List<String> secrets =
        Stream.concat(
                Stream.of("very-secret-token", "$6$plumbline$nothing.to.see.here"),
                cluster.nodes().stream()
                    .map(node -> node.run("sed -n 2p ~mpihpc/.ssh/id_ed25519").strip()))
            .toList();
    Disclosure.assertNone(cluster, secrets);
  }
}
