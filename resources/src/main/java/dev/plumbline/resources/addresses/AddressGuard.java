package dev.plumbline.resources.addresses;

import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.links.LinkAddress;
import dev.plumbline.resources.host.links.LinkRoute;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.units.UnitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a change of an interface is undone. Pure. */
final class AddressGuard {
  private AddressGuard() {}

  static Guard of(AddressSpec spec, AddressObservation observed) {
    List<Path> files = new ArrayList<>();
    files.add(OwnFile.path(spec.nic()));
    if (spec.state() == Presence.PRESENT) {
      observed.claims().stream()
          .map(Claim::file)
          .distinct()
          .forEach(file -> {
            files.add(file);
            files.add(Takeover.copy(file));
          });
    }
    boolean asks = spec.state() == Presence.PRESENT && spec.confirm() == Confirm.PEER;
    List<Guard.Address> addresses =
        asks
            ? spec.addresses().stream()
                .map(cidr -> new Guard.Address(cidr.address().toString(), cidr.prefix()))
                .toList()
            : List.of();
    return new Guard(
        files, restore(spec.nic(), observed), addresses, spec.confirmWithin().duration());
  }

  private static List<Command> restore(String nic, AddressObservation observed) {
    List<Command> commands = new ArrayList<>();
    boolean managed =
        observed.file().isPresent() || observed.given().isPresent() || !observed.claims().isEmpty();
    commands.add(Command.of("netplan", "generate"));
    commands.add(Command.of("networkctl", "reload"));
    if (managed) {
      commands.add(Command.of("networkctl", "reconfigure", nic));
    }
    // networkd takes addresses away after it has answered, and must not take these.
    commands.add(Command.of("sleep", "1"));
    if (!observed.networkd().running()) {
      // The socket would start it again.
      commands.add(Command.of("systemctl", "stop", "systemd-networkd.socket"));
      commands.add(Command.of("systemctl", "stop", AddressReading.NETWORKD));
      if (observed.networkd().enablement() == UnitStatus.Enablement.DISABLED) {
        commands.add(Command.of("systemctl", "disable", AddressReading.NETWORKD));
      }
    }
    observed.link().ifPresent(link -> running(link, managed, commands));
    return commands;
  }

  /** The interface as it was; what is leased or announced comes back by itself if it is managed. */
  private static void running(Link link, boolean managed, List<Command> commands) {
    String nic = link.name();
    if (!managed) {
      commands.add(Command.of("ip", "address", "flush", "dev", nic, "scope", "global"));
    }
    commands.add(
        Command.of(
            "ip",
            "link",
            "set",
            "dev",
            nic,
            "mtu",
            Integer.toString(link.mtu()),
            link.up() ? "up" : "down"));
    for (LinkAddress address : link.addresses()) {
      if (!address.local() && (address.lasting() || !managed)) {
        commands.add(Command.of("ip", "address", "replace", address.cidr().toString(), "dev", nic));
      }
    }
    for (LinkRoute route : link.routes()) {
      if (route.lasting() || !managed) {
        commands.add(route(nic, route, managed));
      }
    }
  }

  private static Command route(String nic, LinkRoute route, boolean managed) {
    List<String> words = new ArrayList<>(List.of("ip", "route", "replace", route.to()));
    route.via().ifPresent(via -> words.addAll(List.of("via", via.toString())));
    words.addAll(List.of("dev", nic));
    route.source().ifPresent(source -> words.addAll(List.of("src", source.toString())));
    if (route.metric() != 0) {
      words.addAll(List.of("metric", Long.toString(route.metric())));
    }
    if (route.onLink()) {
      words.add("onlink");
    }
    if (managed) {
      words.addAll(List.of("proto", "static")); // As networkd makes them.
    }
    return Command.of(words.toArray(String[]::new));
  }
}
