package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.LabTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that cannot be reached, each for another reason, beside one that can. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FirstContactTest {
  private static final String INVENTORY =
      """
      cluster: contact
      nodes:
        fine:     {address: 192.168.56.10}
        down:     {address: 192.168.56.11}
        password: {address: 192.168.56.12}
        stranger: {address: 192.168.56.13}
        walled:   {address: 192.168.56.14}
        key:      {address: 192.168.56.15}
      groups:
        all:
          connect: {user: ubuntu}
          state: {hostname: "${node.name}"}
      """;

  private RealCluster cluster;
  private Path local;
  private String reachable;

  @BeforeAll
  void up(@TempDir Path directory) throws IOException {
    cluster = RealCluster.up(directory, INVENTORY);
    local = cluster.plumb().inventory().resolveSibling("inventory.local.yaml");
    reachable = Files.readString(local);
    Path wrong = Files.writeString(directory.resolve("wrong"), "not the password\n");
    Files.setPosixFilePermissions(
        wrong, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    Path nobody = Files.createFile(directory.resolve("known_nobody"));
    String text = reachable;
    text = with(text, "password", "become_password", "file:" + wrong);
    text = with(text, "stranger", "known_hosts", nobody.toString());
    text = with(text, "key", "password", "file:" + wrong);
    Files.writeString(local, text);
    cluster.node("down").freeze();
    cluster
        .node("walled")
        .run(
            "nft add table inet wall; nft 'add chain inet wall out { type filter hook output priority 0; }';"
                + " nft add rule inet wall out tcp dport 7433-7999 drop");
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  /** The text of inventory.local.yaml with one key of one node's connect replaced. */
  private static String with(String text, String node, String key, String value) {
    int start = text.indexOf("  " + node + ":\n");
    int at = text.indexOf("      " + key + ":", start);
    int end = text.indexOf('\n', at);
    return text.substring(0, at) + "      " + key + ": \"" + value + "\"" + text.substring(end);
  }

  @Test
  @Order(1)
  void eachNodeThatCannotBeReachedIsOneClearLineAndTheOthersConverge() {
    Finished applied = cluster.plumb().run("apply");
    String said = applied.out() + applied.err();

    assertThat(applied.exit()).as(said).isEqualTo(1);
    assertThat(cluster.node("fine").run("hostname").strip()).isEqualTo("fine");
    assertThat(line(said, "down")).containsIgnoringCase("ssh");
    assertThat(line(said, "password")).contains("sudo").contains("password");
    assertThat(line(said, "stranger")).contains("host key").contains("SHA256:");
    assertThat(line(said, "walled")).containsPattern("open TCP port 7\\d{3}");
    assertThat(line(said, "key")).containsIgnoringCase("password");
    for (String untouched : new String[] {"password", "stranger", "walled", "key"}) {
      LabNode node = cluster.node(untouched);
      assertThat(
              node.exec("ls -d /opt/plumbline /var/lib/plumbline /etc/systemd/system/plumbline*")
                  .out())
          .as(untouched)
          .isEmpty();
      assertThat(node.run("hostname").strip()).isEqualTo("ubuntu");
    }
  }

  private static String line(String said, String node) {
    return said.lines()
        .filter(line -> line.matches(node + " +! .*"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line about " + node + " in:\n" + said));
  }

  @Test
  @Order(2)
  void anOfflineNodeAloneIsExitCodeThree() throws IOException {
    Files.writeString(local, reachable);
    cluster.node("walled").run("nft delete table inet wall");

    Finished applied = cluster.plumb().run("apply");

    assertThat(applied.exit()).as(applied.out() + applied.err()).isEqualTo(3);
    assertThat(cluster.node("walled").run("hostname").strip()).isEqualTo("walled");
    assertThat(cluster.node("stranger").run("hostname").strip()).isEqualTo("stranger");
  }

  @Test
  @Order(3)
  void aNodeThatComesBackConvergesAtTheNextApply() {
    cluster.node("down").thaw();

    cluster.plumb().expect(0, "apply");

    assertThat(cluster.node("down").run("hostname").strip()).isEqualTo("down");
  }

  @Test
  @Order(4)
  void aRevokedAgentIsRefusedWithAReasonOnBothSides() throws Exception {
    cluster.plumb().expect(0, "agent", "revoke", "--yes", "fine");

    LabNode fine = cluster.node("fine");
    fine.run(
        "systemctl restart plumbline-agent; for i in $(seq 100); do journalctl -u plumbline-agent | grep -qi revoked && exit 0; sleep 0.2; done; journalctl -u plumbline-agent; exit 1");
    awaitLog("revoked");
  }

  /** The agent tries again by itself, and the controller's log tells of each refusal. */
  private void awaitLog(String word) throws Exception {
    Path log = cluster.plumb().state().resolve("controller.log");
    for (int i = 0; i < 200 && !Files.readString(log).contains(word); i++) {
      Thread.sleep(100);
    }
    assertThat(log).content().contains(word);
  }

  @Test
  @Order(5)
  void removeLeavesNothingOfTheAgentOnANode() {
    cluster.plumb().expect(0, "agent", "remove", "--yes", "walled");

    assertThat(
            cluster
                .node("walled")
                .exec(
                    "find / -xdev -name '*plumbline*' -not -path '/usr/lib/plumbline-lab*' -not -path '/var/lib/plumbline-lab*' -not -path '/proc/*' -not -path '/sys/*'")
                .out())
        .isEmpty();
  }
}
