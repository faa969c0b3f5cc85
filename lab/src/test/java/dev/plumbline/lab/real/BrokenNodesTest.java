package dev.plumbline.lab.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.fault.Fault;
import dev.plumbline.lab.node.LabNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That every fault does to a node what it says. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
class BrokenNodesTest {
  private Lab lab;
  private LabNode node;

  @BeforeAll
  void up(@TempDir Path directory) {
    lab = Lab.up(Inventories.write(directory, "broken", "one"));
    node = lab.node("one");
    node.run("mkdir -m 700 ~ubuntu/.ssh; echo key >~ubuntu/.ssh/authorized_keys");
  }

  @AfterAll
  void down() {
    lab.down();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          hosts             => grep stranger /etc/hosts                => 192.0.2.1 stranger
          hostname          => hostname                                => stranger
          file=/etc/motd    => tail -n 1 /etc/motd                     => # stranger
          mode=/etc/motd    => stat -c %a /etc/motd                    => 777
          keys=ubuntu       => ls -A ~ubuntu/.ssh                      => ''
          user=games        => getent passwd games | cut -d: -f7     => /bin/false
          package=ufw       => dpkg-query -W -f '${db:Status-Abbrev}' ufw => rc
          service=ssh       => systemctl is-active ssh                 => inactive
          address=enp0s8    => ip -o -4 address show enp0s8            => ''
          dpkg-lock=300     => apt-get autoremove 2>&1 | grep -o 'Could not get lock' => Could not get lock
          cable-out=enp0s8  => cat /sys/class/net/enp0s8/carrier       => 0
          cable-in=enp0s8   => cat /sys/class/net/enp0s8/carrier       => 1
          """)
  void doesWhatItSays(String what, String look, String seen) {
    node.run("ip link set enp0s8 up; ip address replace 192.168.56.10/24 dev enp0s8");
    assertThat(node.exec(look).out().strip()).as("before").isNotEqualTo(seen);
    Fault.inflict(node, what);
    assertThat(node.exec(look).out().strip()).isEqualTo(seen);
  }

  @Test
  void killsAServicesProcesses() {
    node.run("systemd-run --quiet --unit victim sleep 1000");
    Fault.inflict(node, "kill=victim");
    node.run("while systemctl --quiet is-active victim; do sleep 0.1; done");
    assertThat(node.run("systemctl show --property Result --value victim")).isEqualTo("signal\n");
  }

  @Test
  void aNodeWithoutPowerComesBackWhenItHasPower() {
    node.run("echo kept >/root/kept");
    Fault.inflict(node, "power-off");
    assertThat(node.container().state()).isEqualTo("exited");
    Fault.inflict(node, "power-on");
    assertThat(node.run("cat /root/kept")).isEqualTo("kept\n");
  }

  @Test
  void whatIsWrittenWrongIsExplained() {
    assertThatThrownBy(() -> Fault.inflict(node, "nonsense"))
        .hasMessageContaining("no such fault 'nonsense'")
        .hasMessageContaining("dpkg-lock[=SECONDS]");
    assertThatThrownBy(() -> Fault.inflict(node, "package")).hasMessageContaining("'package=NAME'");
    assertThatThrownBy(() -> Fault.inflict(node, "reboot=1")).hasMessageContaining("'reboot'");
  }
}
