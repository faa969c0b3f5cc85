package dev.plumbline.agent.host.hostname;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.dbus.Hostname1;
import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelHostnameTest {
  @TempDir Path root;

  private KernelHostname hostname() {
    return new KernelHostname(root, new Hostname1(new SystemBus(root.resolve("no-bus"))));
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void theStoredNameIsTheFirstLineThatSaysSomething() throws Exception {
    write("etc/hostname", "# made by the installer\n\n  worker1  \nsecond\n");
    assertThat(hostname().stored()).contains("worker1");
  }

  @Test
  void noFileOrAnEmptyOneStoresNothing() throws Exception {
    assertThat(hostname().stored()).isEmpty();
    write("etc/hostname", "\n");
    assertThat(hostname().stored()).isEmpty();
  }

  @Test
  void theRunningNameIsTheKernels() throws Exception {
    write("proc/sys/kernel/hostname", "worker1\n");
    assertThat(hostname().running()).isEqualTo("worker1");
  }

  @Test
  void aKernelThatDoesNotSayIsAFailure() {
    assertThatThrownBy(hostname()::running).isInstanceOf(Failure.class);
  }

  @Test
  void withoutABusTheFailureSaysSo() {
    assertThatThrownBy(() -> hostname().set("n1"))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(
            "cannot call SetStaticHostname of org.freedesktop.hostname1 over D-Bus: ");
  }
}
