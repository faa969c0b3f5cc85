package dev.plumbline.inventory.document;

import dev.plumbline.inventory.connect.Host;
import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.ip.IpAddress;
import java.util.List;
import java.util.Optional;

/** Where the controller listens for agents, and where agents dial. */
@Doc("Where agents find the controller.")
public record ControllerSettings(
    @Doc("The address of this machine to listen on. Without it, all of them.")
        Optional<IpAddress> listen,
    @Doc("The port to listen on. Without it, 7433 or the next free one.") Optional<Integer> port,
    @Doc(
            "Addresses or names that agents dial, in this order. Without it, the local address of each SSH connection.")
        List<Host> advertise) {

  /** What holds where the inventory says nothing. */
  public static final ControllerSettings DEFAULT =
      new ControllerSettings(Optional.empty(), Optional.empty(), List.of());

  public ControllerSettings {
    advertise = List.copyOf(advertise);
    new Checks()
        .that(
            port.isEmpty() || (port.get() >= 1 && port.get() <= 65535),
            "controller-port",
            "port",
            "port " + port.orElse(0) + " is out of range 1 to 65535")
        .done();
  }
}
