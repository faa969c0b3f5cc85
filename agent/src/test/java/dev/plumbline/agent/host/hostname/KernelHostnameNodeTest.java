package dev.plumbline.agent.host.hostname;

import dev.plumbline.agent.dbus.Hostname1;
import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.resources.host.hostname.Hostname;
import dev.plumbline.resources.host.hostname.HostnameExam;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("node")
class KernelHostnameNodeTest extends HostnameExam {
  private final SystemBus bus = new SystemBus(Path.of("/run/dbus/system_bus_socket"));

  @Override
  protected Hostname hostname() {
    return new KernelHostname(Path.of("/"), new Hostname1(bus));
  }
}
