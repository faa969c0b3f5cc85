package dev.plumbline.lab.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.Inventories;
import dev.plumbline.lab.real.LabTest;
import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Two real nodes, and what becomes of the addresses of their second interface. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
class AddressesTest {
  private static final String OWN = "/etc/netplan/90-plumbline-enp0s8.yaml";
  private static final String OTHER = "/etc/netplan/60-site.yaml";
  private static final String BOTH = "192.168.56.1%s/24, \"fd00:56::1%s/64\"";

  private Lab lab;
  private Fleet fleet;

  @BeforeAll
  void up(@TempDir Path directory) {
    lab = Lab.up(Inventories.write(directory, "wire", "one", "two"));
    fleet = new Fleet(lab, directory);
  }

  @AfterAll
  void down() {
    lab.down();
  }

  @BeforeEach
  void fresh() {
    for (LabNode node : lab.nodes()) {
      node.run(
          """
          rm --force /etc/netplan/*plumbline* /etc/netplan/60-site.yaml*
          netplan generate; networkctl reload; sleep 0.5
          ip address flush dev enp0s8; ip link set enp0s8 down
          """);
    }
  }

  private static String inventory(String one, String two) {
    return """
    cluster: wire
    nodes:
      one: {address: 192.168.56.10}
      two: {address: 192.168.56.11}
    groups:
      first: {nodes: [one], state: %s}
      second: {nodes: [two], state: %s}
    """
        .formatted(one, two);
  }

  private static String state(String addresses, String more) {
    return "{addresses: {enp0s8: {addresses: [%s]%s}}}".formatted(addresses, more);
  }

  private static String both() {
    return inventory(state(BOTH.formatted(0, 0), ""), state(BOTH.formatted(1, 1), ""));
  }

  private void converges(String inventory) throws Failure {
    assertThat(fleet.apply(inventory)).isNotEmpty().noneMatch(line -> line.contains(" failed "));
    assertThat(fleet.drift()).isEmpty();
    assertThat(fleet.apply(inventory)).isEmpty();
  }

  private static String addresses(LabNode node) {
    return node.run(
            "ip -o address show dev enp0s8 scope global | awk '{print $4}' | sort | tr '\\n' ' '")
        .strip();
  }

  @Test
  void bothFamiliesConvergeStayAndSurviveARestart() throws Failure {
    converges(both());
    LabNode one = lab.node("one");
    assertThat(addresses(one)).isEqualTo("192.168.56.10/24 fd00:56::10/64");
    assertThat(addresses(lab.node("two"))).isEqualTo("192.168.56.11/24 fd00:56::11/64");
    one.run("ping -c 1 -W 5 192.168.56.11 && ping -c 1 -W 5 fd00:56::11");
    assertThat(one.run("stat --format '%a %U' " + OWN)).isEqualTo("600 root\n");

    one.restart();
    fleet.connect(one);
    assertThat(fleet.drift()).isEmpty();
    assertThat(addresses(one)).isEqualTo("192.168.56.10/24 fd00:56::10/64");
  }

  @Test
  void whatSomebodyDidByHandIsNamedAndMended() throws Failure {
    converges(both());
    lab.node("one").run("ip address del 192.168.56.10/24 dev enp0s8");
    lab.node("two").run("ip address add 10.9.9.9/24 dev enp0s8");
    assertThat(fleet.drift()).containsExactly("one address[enp0s8]", "two address[enp0s8]");
    assertThat(fleet.apply(both()))
        .containsExactly(
            "one address[enp0s8] changed addresses", "two address[enp0s8] changed addresses");
    assertThat(fleet.drift()).isEmpty();

    lab.node("one").run("sed -i s/56.10/56.77/ " + OWN);
    assertThat(fleet.drift()).containsExactly("one address[enp0s8]");
    assertThat(fleet.apply(both())).containsExactly("one address[enp0s8] changed file");
    lab.node("one").run("ip link set enp0s8 down");
    assertThat(fleet.drift()).containsExactly("one address[enp0s8]");
    converges(both());
  }

  @Test
  void anotherFileIsRefusedByNameOrTakenOver() throws Failure {
    LabNode one = lab.node("one");
    one.run(
        "printf '# Site.\\nnetwork: {version: 2, ethernets: {enp0s8: {addresses: [192.168.56.77/24]}}}\\n' >"
            + OTHER
            + "; chmod 600 "
            + OTHER
            + "; netplan generate; networkctl reload");
    String two = state(BOTH.formatted(1, 1), "");
    assertThat(fleet.apply(inventory(state(BOTH.formatted(0, 0), ""), two)))
        .anyMatch(line ->
            line.startsWith("one address[enp0s8] failed")
                && line.contains(OTHER)
                && line.contains("takeover: true"));
    assertThat(one.exec("test -e " + OWN).ok()).isFalse();

    converges(inventory(state(BOTH.formatted(0, 0), ", takeover: true"), two));
    assertThat(addresses(one)).isEqualTo("192.168.56.10/24 fd00:56::10/64");
    assertThat(one.run("cat " + OTHER)).isEqualTo("# Site.\nnetwork:\n  version: 2\n");
    assertThat(one.run("cat " + OTHER + ".before-plumbline")).contains("192.168.56.77/24");
    assertThat(one.run("ip -o -4 address show dev enp0s3")).contains("inet ");
  }

  @Test
  void anAddressThatAnotherMachineHasIsRefusedWithItsName() throws Failure {
    LabNode two = lab.node("two");
    two.run(
        "ip link set enp0s8 up; ip address add 192.168.56.10/24 dev enp0s8; ip address add fd00:56::10/64 dev enp0s8 nodad");
    String mac = two.run("cat /sys/class/net/enp0s8/address").strip();
    String before = lab.node("one").run("ls /etc/netplan; ip -o address; ip route");

    assertThat(fleet.apply(inventory(state(BOTH.formatted(0, 0), ""), "{}")))
        .hasSize(1)
        .allMatch(line ->
            line.contains("failed")
                && line.contains("192.168.56.10 belongs to " + mac)
                && line.contains("fd00:56::10 belongs to " + mac));
    assertThat(lab.node("one").run("ls /etc/netplan; ip -o address; ip route")).isEqualTo(before);
  }

  @Test
  void routesNameserversAndMtuAreCarriedOut() throws Failure {
    converges(
        inventory(
            state(
                BOTH.formatted(0, 0),
                ", mtu: 1400, gateway6: \"fd00:56::1\", nameservers: {addresses: [192.168.56.1], search: [example.com]},"
                    + " routes: [{to: 10.1.0.0/16, via: 192.168.56.1, metric: 77}]"),
            state(BOTH.formatted(1, 1), "")));
    LabNode one = lab.node("one");
    assertThat(one.run("ip route show 10.1.0.0/16")).contains("via 192.168.56.1", "metric 77");
    assertThat(one.run("ip -6 route show default")).contains("via fd00:56::1");
    assertThat(one.run("cat /sys/class/net/enp0s8/mtu")).isEqualTo("1400\n");
    one.run("ip route del 10.1.0.0/16");
    assertThat(fleet.drift()).containsExactly("one address[enp0s8]");
    assertThat(fleet.apply(both())).anyMatch(line -> line.contains("file"));
    one.run("ip link set enp0s8 mtu 1500");
  }

  @Test
  void networkdIsStartedWhereItDoesNotRun() throws Failure {
    lab.node("one").run("systemctl stop systemd-networkd.socket systemd-networkd.service");
    converges(both());
    assertThat(lab.node("one").run("systemctl is-active systemd-networkd")).isEqualTo("active\n");
  }

  @Test
  void whatLeavesTheInventoryGoes() throws Failure {
    converges(both());
    String gone = inventory("{addresses: {enp0s8: {state: absent}}}", "{}");
    assertThat(fleet.apply(gone)).containsExactly("one address[enp0s8] changed file");
    assertThat(fleet.drift()).isEmpty();
    assertThat(addresses(lab.node("one"))).isEmpty();
    assertThat(lab.node("one").exec("test -e " + OWN).ok()).isFalse();
  }

  @Test
  void aGuardBringsBackWhatNobodyManaged() throws Failure {
    LabNode one = lab.node("one");
    one.run(
        "ip link set enp0s8 mtu 1450 up; ip address add 10.9.9.9/24 dev enp0s8;"
            + " ip route add 10.8.0.0/16 via 10.9.9.1 metric 5");
    comesBack(one, ", \"mtu\": 1400");
    assertThat(addresses(one)).isEqualTo("10.9.9.9/24");
  }

  @Test
  void aGuardBringsBackWhatAnotherFileConfigured() throws Failure {
    LabNode one = lab.node("one");
    one.run(
        "printf 'network: {version: 2, ethernets: {enp0s8: {addresses: [192.168.56.77/24]}}}' >"
            + OTHER
            + "; chmod 640 "
            + OTHER
            + "; netplan generate; networkctl reload;"
            + " for i in $(seq 100); do ip address show dev enp0s8 | grep -q 56.77 && break; sleep 0.1; done;"
            + " ip address add 10.9.9.9/24 dev enp0s8");
    comesBack(one, ", \"takeover\": true");
    assertThat(addresses(one)).isEqualTo("10.9.9.9/24 192.168.56.77/24");
  }

  @Test
  void aGuardBringsBackThatNetworkdDidNotRun() throws Failure {
    LabNode one = lab.node("one");
    one.run("systemctl stop systemd-networkd.socket systemd-networkd.service");
    comesBack(one, "");
    assertThat(one.exec("systemctl is-active systemd-networkd").out()).isEqualTo("inactive\n");
    one.run("systemctl start systemd-networkd");
  }

  @Test
  void aGuardBringsBackWhatWasWithdrawn() throws Failure {
    converges(both());
    LabNode one = lab.node("one");
    String before = addresses(one);
    Rehearsal rehearsal =
        new Rehearsal(one, "{\"state\": \"absent\", \"addresses\": [\"192.168.56.10/24\"]}");
    rehearsal.change();
    assertThat(addresses(one)).isEmpty();
    rehearsal.undo();
    assertThat(addresses(one)).isEqualTo(before);
    assertThat(fleet.drift()).isEmpty();
  }

  /** Changes the interface, does what the guard of that change says, and looks for a trace. */
  private static void comesBack(LabNode node, String more) throws Failure {
    String look =
        """
        for file in /etc/netplan/*; do stat --format '%n %a %U' $file; cat $file; done
        ip -o link show dev enp0s8 | sed 's/state.*//'; ip route; ip -6 route show dev enp0s8
        ip -o address show dev enp0s8 scope global | awk '{print $3, $4}' | sort
        """;
    String before = node.run(look);
    Rehearsal rehearsal =
        new Rehearsal(
            node, "{\"addresses\": [\"192.168.56.10/24\", \"fd00:56::10/64\"]" + more + "}");
    rehearsal.change();
    assertThat(addresses(node)).isEqualTo("192.168.56.10/24 fd00:56::10/64");
    rehearsal.undo();
    assertThat(node.run(look)).isEqualTo(before);
  }
}
