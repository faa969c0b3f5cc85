package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.LabTest;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Nobody locks himself out: a change that is not confirmed goes back, whatever happens. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class GuardTest {
  private static final String INVENTORY =
      """
      cluster: guard
      nodes:
        one: {address: 192.168.56.10}
        two: {address: 192.168.56.20, state: {addresses: {TWO}}}
      groups:
        all:
          connect: {user: ubuntu}
          state:
            hostname: ${node.name}
            addresses: {enp0s8: {addresses: ["${node.address}/24"], confirm_within: 1m}}
      """;
  private static final String BOTH_FAMILIES =
      INVENTORY.replace(
          "one: {address: 192.168.56.10}",
          "one: {address: 192.168.56.10, state: {addresses: {enp0s8: {addresses:"
              + " [192.168.56.10/24, \"fd00:56::10/64\"]}}}}");
  private static final String SOON = "confirm_within: 15s";
  private static final String AWAIT_PENDING =
      "for i in $(seq 600); do [ -e /var/lib/plumbline/guard/*/pending ] && exit 0; sleep 0.1;"
          + " done; exit 1";

  private Path directory;
  private RealCluster cluster;

  @BeforeAll
  void up(@TempDir Path directory) {
    this.directory = directory;
    cluster = RealCluster.up(directory, inventory(""));
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  /** What node two has instead of, or beside, the address that is right. */
  private static String inventory(String two) {
    return INVENTORY.replace("TWO", two);
  }

  private LabNode two() {
    return cluster.node("two");
  }

  /** Applies what must not stay; what was said. */
  private String refuse(String addresses) {
    return refuseAll(inventory(addresses));
  }

  private String refuseAll(String inventory) {
    Snapshots before = Snapshots.of(cluster);
    cluster.inventory(inventory);
    Finished applied = cluster.plumb().expect(1, "apply");
    before.assertSameAs(Snapshots.of(cluster), "an apply of " + inventory);
    assertThat(two().run("ls /var/lib/plumbline/guard")).isEmpty();
    assertThat(two().run("systemctl list-units --all --no-legend 'plumbline-guard-*'")).isEmpty();
    return applied.out() + applied.err();
  }

  @Test
  @Order(1)
  void nodesThatGetTheirAddressesTogetherConfirmEachOther() {
    cluster.plumb().expect(0, "apply");

    assertThat(two().run("ip -4 -o address show dev enp0s8")).contains(" 192.168.56.20/24 ");
    assertThat(two().run("ls /var/lib/plumbline/guard")).isEmpty();
    assertThat(two().run("systemctl is-enabled plumbline-guard").strip()).isEqualTo("enabled");
    cluster.plumb().expect(0, "drift");
  }

  @Test
  @Order(2)
  void aWrongAddressOnTheInterfaceThatCarriesTheStreamGoesBack() {
    String nic = two().firstNic();
    assertThat(refuse(nic + ": {addresses: [198.51.100.7/24], takeover: true, " + SOON + "}"))
        .contains("address[" + nic + "]")
        .contains("rolled back (")
        .contains("198.51.100.7")
        .contains("after 15 s: the agent could not reach the controller again (");
  }

  @Test
  @Order(3)
  void aWrongAddressOnTheOtherInterfaceGoesBack() {
    assertThat(refuse("enp0s8: {addresses: [192.168.65.20/24], " + SOON + "}"))
        .contains("address[enp0s8]")
        .contains("after 15 s: the controller could not reach 192.168.65.20:")
        .contains("no other connected node has an address in 192.168.65.0/24")
        .contains("confirm: link");
  }

  @Test
  @Order(4)
  void anAddressInTheRightSubnetThatNobodyReachesNamesWhoTried() {
    cluster.node("one").run("ip route add unreachable 192.168.56.99");
    try {
      assertThat(refuseAll(inventory("enp0s8: {" + SOON + "}").replace("56.20", "56.99")))
          .containsPattern(
              "after 15 s: one( and the controller)? could not reach 192\\.168\\.56\\.99:[0-9]+"
                  + " \\(no route to host\\)");
    } finally {
      cluster.node("one").run("ip route del unreachable 192.168.56.99");
    }
  }

  @Test
  @Order(5)
  void aWrongPrefixGoesBack() {
    assertThat(refuse("enp0s8: {addresses: [192.168.56.20/29], " + SOON + "}"))
        .contains("192.168.56.20/24 → 192.168.56.20/29")
        .contains("no other connected node has an address in 192.168.56.16/29");
  }

  @Test
  @Order(6)
  void anIpv6AddressThatOthersReachStays() {
    cluster.inventory(
        BOTH_FAMILIES.replace(
            "TWO", "enp0s8: {addresses: [192.168.56.20/24, \"fd00:56::22/64\"]}"));

    cluster.plumb().expect(0, "apply");

    assertThat(two().run("ip -6 -o address show dev enp0s8")).contains(" fd00:56::22/64 ");
    assertThat(two().run("ls /var/lib/plumbline/guard")).isEmpty();
    cluster.plumb().expect(0, "drift");
  }

  @Test
  @Order(7)
  void aWrongIpv6PrefixGoesBack() {
    assertThat(
            refuseAll(
                BOTH_FAMILIES.replace(
                    "TWO",
                    "enp0s8: {addresses: [192.168.56.20/24, \"fd00:56::22/126\"], " + SOON + "}")))
        .contains("fd00:56::22/64 → 192.168.56.20/24, fd00:56::22/126")
        .containsPattern("the controller could not reach \\[fd00:56::22]:[0-9]+ \\(")
        .contains("no other connected node has an address in fd00:56::20/126");
  }

  @Test
  @Order(8)
  void whatLeavesTheInventoryIsGuardedAsWell() {
    cluster.inventory(inventory(""));

    cluster.plumb().expect(0, "apply");

    assertThat(two().run("ip -6 -o address show dev enp0s8 scope global")).isEmpty();
  }

  @Test
  @Order(9)
  void nodesThatExchangeAddressesHearHowTheyCan() {
    String exchanged =
        inventory("enp0s8: {" + SOON + "}")
            .replace("56.10", "56.1x")
            .replace("56.20", "56.10")
            .replace("56.1x", "56.20");

    assertThat(refuseAll(exchanged))
        .contains("192.168.56.10 belongs to ")
        .contains("192.168.56.20 belongs to ")
        .contains("let nodes that exchange addresses go over a free one");
  }

  @Test
  @Order(10)
  void anAddressThatAnotherNodeHasIsNotTaken() {
    cluster.node("one").run("ip address add 192.168.56.50/32 dev lo");

    assertThat(refuseAll(inventory("enp0s8: {" + SOON + "}").replace("56.20", "56.50")))
        .contains("192.168.56.50");

    cluster.node("one").run("ip address del 192.168.56.50/32 dev lo");
  }

  @Test
  @Order(11)
  void anAgentThatIsKilledWhileArmedFindsItUndone() {
    two()
        .run(
            "systemd-run --quiet --unit=plumbline-killer sh -c '"
                + AWAIT_PENDING.replace(
                    "exit 0",
                    "{ sleep 3; systemctl kill -s KILL --kill-whom=main plumbline-agent; exit 0;"
                        + " }")
                + "'");

    assertThat(refuse("enp0s8: {addresses: [192.168.65.20/24], confirm_within: 1m}"))
        .contains("rolled back (")
        .contains("because the agent ended before it was confirmed");
  }

  @Test
  @Order(12)
  void aNodeThatRestartsWhileArmedStartsAsItWas() throws Exception {
    two().restart();
    awaitAgent();
    Snapshots before = Snapshots.of(cluster);
    cluster.inventory(inventory("enp0s8: {addresses: [192.168.65.20/24], confirm_within: 5m}"));
    Process apply = cluster.plumb().start(directory.resolve("apply.log"), "apply");
    two().run(AWAIT_PENDING);
    two().run("sleep 3; ip -4 -o address show dev enp0s8 | grep -q 192.168.65.20");

    two().restart();

    assertThat(apply.waitFor()).as(log()).isEqualTo(1);
    assertThat(log()).contains("because the node restarted before it was confirmed");
    before.assertSameAs(Snapshots.of(cluster), "a restart while armed");
  }

  @Test
  @Order(13)
  void afterAllThatThereIsNothingToMend() {
    cluster.inventory(inventory(""));
    cluster.plumb().expect(0, "plan");
  }

  @Test
  @Order(14)
  void anAgentThatIsRemovedWhileArmedUndoesTheChangeFirst() throws Exception {
    Snapshots before = Snapshots.of(cluster);
    cluster.inventory(inventory("enp0s8: {addresses: [192.168.65.20/24], confirm_within: 5m}"));
    Process apply = cluster.plumb().start(directory.resolve("apply.log"), "apply");
    two().run(AWAIT_PENDING);
    two().run("sleep 3; ip -4 -o address show dev enp0s8 | grep -q 192.168.65.20");

    Finished removed = cluster.plumb().expect(0, "agent", "remove", "--yes", "two");

    assertThat(removed.out())
        .contains("two: undone, for it was not confirmed yet: address[enp0s8]");
    before.assertSameAs(Snapshots.of(cluster), "a removal while armed");
    assertThat(two().run("systemctl list-units --all --no-legend 'plumbline-*'")).isEmpty();
    apply.destroyForcibly().waitFor();
  }

  private void awaitAgent() {
    two()
        .run(
            "for i in $(seq 300); do systemctl is-active -q plumbline-agent && exit 0; sleep 0.1;"
                + " done; exit 1");
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("apply.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
