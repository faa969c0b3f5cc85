package dev.plumbline.agent.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTest {
  @TempDir Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @BeforeEach
  void machine() throws IOException {
    write(
        "proc/cpuinfo",
        """
        processor\t: 0
        model name\t: AMD EPYC
        flags\t\t: fpu hypervisor lm
        processor\t: 1
        model name\t: AMD EPYC
        """);
    write("proc/meminfo", "MemTotal: 2048 kB\nMemAvailable:  1024 kB\nSwapTotal: 0 kB\n");
    write("etc/os-release", "ID=debian\nPRETTY_NAME=\"Debian 12\"\n# no\nVERSION_ID='12'\n");
    write("etc/machine-id", "abc\n");
    write("sys/block/vda/size", "8\n");
    write("sys/block/vda/queue/rotational", "0\n");
    write("sys/block/loop0/size", "8\n");
    write("sys/block/sr0/size", "0\n");
  }

  @Test
  void readsWhatTheKernelShows() {
    assertThat(new Facts(root).read())
        .containsEntry("cpu.count", "2")
        .containsEntry("cpu.model", "AMD EPYC")
        .containsEntry("memory.total_bytes", "2097152")
        .containsEntry("memory.available_bytes", "1048576")
        .containsEntry("os.id", "debian")
        .containsEntry("os.name", "Debian 12")
        .containsEntry("os.version", "12")
        .containsEntry("machine_id", "abc")
        .containsEntry("disk.vda.size_bytes", "4096")
        .containsEntry("disk.vda.rotational", "false")
        .containsEntry("virtualization", "vm-other")
        .doesNotContainKeys("disk.loop0.size_bytes", "disk.sr0.size_bytes", "cpu.failure");
  }

  @Test
  void namesTheMachineByContainerThenByFirmware() throws IOException {
    write("sys/class/dmi/id/sys_vendor", "innotek GmbH\n");
    assertThat(new Facts(root).read()).containsEntry("virtualization", "oracle");
    write("run/systemd/container", "docker\n");
    assertThat(new Facts(root).read()).containsEntry("virtualization", "docker");
  }

  @Test
  void whatCannotBeReadSaysSoAndLeavesTheRest() throws IOException {
    Files.delete(root.resolve("proc/meminfo"));
    assertThat(new Facts(root).read())
        .containsKey("memory.failure")
        .doesNotContainKey("memory.total_bytes")
        .containsEntry("cpu.count", "2");
    assertThat(new Facts(root).read().get("memory.failure"))
        .endsWith("proc/meminfo: no such file or directory");
  }
}
