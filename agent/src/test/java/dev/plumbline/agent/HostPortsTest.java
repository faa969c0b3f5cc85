package dev.plumbline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.host.processes.TransientUnits;
import dev.plumbline.agent.job.content.Cache;
import dev.plumbline.agent.rpc.ContentCourier;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import java.nio.file.Path;
import java.time.InstantSource;
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
    Cache cache =
        new Cache(Path.of("/nowhere/content"), new ContentCourier(), InstantSource.system());
    HostPorts ports =
        new HostPorts(bus, systemd, new TransientUnits(systemd, Path.of("/nowhere/run")), cache);
    assertThat(kind.factory().apply(ports)).isNotNull();
  }
}
