package dev.plumbline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.host.processes.TransientUnits;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostPortsTest {
  @TempDir Path directory;

  static List<ResourceType<?>> types() {
    return ResourceTypes.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void holdEveryPortThatTheKindNeeds(ResourceType<?> type) {
    SystemBus bus = new SystemBus(directory.resolve("no-bus"));
    Systemd1 systemd = new Systemd1(bus);
    HostPorts ports = new HostPorts(bus, systemd, new TransientUnits(systemd, directory));

    assertThat(type.factory().apply(ports)).isNotNull();
  }
}
