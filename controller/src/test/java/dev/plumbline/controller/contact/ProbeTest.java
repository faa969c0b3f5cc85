package dev.plumbline.controller.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeTest {
  @Test
  void readsWhatANodeSays() {
    Probe probe =
        Probe.parse(
            List.of(
                "architecture=x86_64",
                "system=Linux",
                "uid=1000",
                "init=systemd",
                "machine_id=68a6ed0658b74b51b1c4a2ed5b1e1dfd",
                "installed=/opt/plumbline/agent-0f3a",
                "connection=192.168.56.1 50022 192.168.56.10 22",
                "free=1048576",
                "has=tar",
                "has=sudo",
                "sudo=free"));

    assertThat(probe.architecture()).isEqualTo("x86_64");
    assertThat(probe.root()).isFalse();
    assertThat(probe.installed()).isEqualTo("0f3a");
    assertThat(probe.client()).contains("192.168.56.1");
    assertThat(probe.freeKiB()).hasValue(1048576);
    assertThat(probe.programs()).containsExactlyInAnyOrder("tar", "sudo");
    assertThat(probe.freeSudo()).isTrue();
  }

  @Test
  void whatANodeDoesNotSayIsAbsent() {
    Probe probe = Probe.parse(List.of("uid=0", "installed=", "connection=", "free=none"));

    assertThat(probe.root()).isTrue();
    assertThat(probe.installed()).isEmpty();
    assertThat(probe.client()).isEmpty();
    assertThat(probe.freeKiB()).isEmpty();
    assertThat(probe.freeSudo()).isFalse();
  }
}
