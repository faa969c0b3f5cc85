package dev.plumbline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.host.processes.TransientUnits;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostPortsTest {
  static Stream<ResourceType<?>> kinds() {
    return ResourceTypes.all().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindFindsItsPortsAndNothingIsTouchedForIt(ResourceType<?> kind) {
    SystemBus bus = new SystemBus(Path.of("/nowhere/bus"));
    Systemd1 systemd = new Systemd1(bus);
    HostPorts ports =
        new HostPorts(bus, systemd, new TransientUnits(systemd, Path.of("/nowhere/run")));
    assertThat(kind.factory().apply(ports)).isNotNull();
  }
}
