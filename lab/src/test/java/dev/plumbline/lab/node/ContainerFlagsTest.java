package dev.plumbline.lab.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainerFlagsTest {
  @Test
  void neverGivesANodeTheClock() {
    for (String cgroups : new String[] {"tmpfs", "cgroup2fs"}) {
      assertThat(ContainerFlags.forMachine(cgroups, true))
          .contains("--cap-drop=SYS_TIME")
          .doesNotContain("--privileged");
    }
  }

  @Test
  void sharesTheMachinesCgroupsInVersionOneOnly() {
    assertThat(ContainerFlags.forMachine("tmpfs", false))
        .contains("--cgroupns=host", "--volume=/sys/fs/cgroup:/sys/fs/cgroup:rw");
    assertThat(ContainerFlags.forMachine("cgroup2fs", false))
        .contains("--cgroupns=private")
        .noneMatch(flag -> flag.contains("/sys/fs/cgroup"));
  }
}
