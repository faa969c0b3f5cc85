package dev.plumbline.agent.job.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.job.report.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupsTest {
  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void version1HasATreeForEachController() throws Exception {
    file("cpuacct/jobs/a/cpuacct.usage", "5000000\n");
    file("memory/jobs/a/memory.max_usage_in_bytes", "4096\n");
    file("systemd/jobs/a/cgroup.procs", "1\n2\n");
    file("systemd/jobs/a/below/cgroup.procs", "3\n");
    ControlGroups groups = new ControlGroups(root);
    assertThat(groups.usage("/jobs/a")).isEqualTo(new Usage(5, 4096));
    assertThat(groups.processes("/jobs/a")).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  @Test
  void aHybridCountsTimeInTheTreeOfVersion2() throws Exception {
    file("unified/jobs/a/cpu.stat", "usage_usec 7000\n");
    file("memory/jobs/a/memory.max_usage_in_bytes", "4096\n");
    assertThat(new ControlGroups(root).usage("/jobs/a")).isEqualTo(new Usage(7, 4096));
  }

  @Test
  void version2HasOneTree() throws Exception {
    file("cgroup.controllers", "cpu memory\n");
    file("jobs/a/cpu.stat", "usage_usec 7000\nuser_usec 1\n");
    file("jobs/a/memory.peak", "8192\n");
    file("jobs/a/cgroup.procs", "9\n");
    ControlGroups groups = new ControlGroups(root);
    assertThat(groups.usage("/jobs/a")).isEqualTo(new Usage(7, 8192));
    assertThat(groups.processes("/jobs/a")).containsExactly(9L);
  }

  @Test
  void aGroupThatHasGoneUsesNothing() throws Exception {
    ControlGroups groups = new ControlGroups(root);
    assertThat(groups.usage("/jobs/a")).isEqualTo(Usage.NONE);
    assertThat(groups.processes("/jobs/a")).isEmpty();
  }
}
