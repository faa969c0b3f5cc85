package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.host.files.InMemoryFiles;
import dev.plumbline.resources.host.links.InMemoryLinks;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.links.LinkAddress;
import dev.plumbline.resources.host.links.LinkRoute;
import dev.plumbline.resources.host.processes.InMemoryProcesses;
import dev.plumbline.resources.host.processes.Result;
import dev.plumbline.resources.host.units.InMemoryUnits;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.yaml.InMemoryYaml;
import dev.plumbline.resources.ip.Cidr;
import dev.plumbline.resources.ip.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The network of a node in memory. */
final class TestNetwork {
  private static final String NETWORKD = "systemd-networkd.service";
  private final InMemoryFiles files =
      InMemoryFiles.freshlyInstalled().directory("/etc/netplan").directory("/run");
  private final InMemoryUnits units = new InMemoryUnits();
  private final InMemoryLinks links = InMemoryLinks.freshlyInstalled();
  private final InMemoryProcesses processes = new InMemoryProcesses();
  private final AddressResource resource =
      new AddressResource(files, new InMemoryYaml(), units, links, processes);

  TestNetwork() {
    this(true);
  }

  TestNetwork(boolean netplan) {
    units.unit(NETWORKD, UnitStatus.Active.ACTIVE, UnitStatus.Enablement.ENABLED);
    if (netplan) {
      files.file("/usr/sbin/netplan", "");
    }
  }

  static AddressSpec spec(String... addresses) {
    return spec("enp0s8", false, addresses);
  }

  static AddressSpec taking(String... addresses) {
    return spec("enp0s8", true, addresses);
  }

  static AddressSpec named(String nic) {
    return spec(nic, false, "192.168.56.10/24");
  }

  private static AddressSpec spec(String nic, boolean takeover, String... addresses) {
    return new AddressSpec(
        nic,
        Presence.PRESENT,
        false,
        Arrays.stream(addresses).map(Cidr::parse).toList(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        takeover,
        Confirm.PEER,
        Within.parse("30s"));
  }

  AddressResource resource() {
    return resource;
  }

  InMemoryFiles files() {
    return files;
  }

  InMemoryLinks links() {
    return links;
  }

  List<String> started() {
    return processes.changes();
  }

  void masked() {
    units.unit(
        NETWORKD,
        new UnitStatus(
            UnitStatus.Load.MASKED,
            UnitStatus.Active.INACTIVE,
            "dead",
            UnitStatus.Enablement.MASKED,
            false));
  }

  void answersEverything() {
    processes.answer("", new Result(0, "", ""));
  }

  Guard guard(AddressSpec spec) throws Failure {
    AddressObservation observed = resource.observe(spec);
    return resource.guard(spec, observed, resource.diff(spec, observed));
  }

  /** Makes the interface what an apply leaves. */
  void converged(AddressSpec spec) {
    files.file(
        OwnFile.path(spec.nic()).toString(),
        OwnFile.text(spec).orElseThrow().getBytes(StandardCharsets.UTF_8),
        0600,
        "root",
        "root");
    StringBuilder network =
        new StringBuilder("[Match]\nName=enp0s8\n\n[Network]\nLinkLocalAddressing=ipv6\n");
    spec.addresses().forEach(cidr -> network.append("Address=").append(cidr).append('\n'));
    files.file(GivenNetwork.path(spec.nic()).toString(), network.toString());
    has(spec.addresses().stream().map(Cidr::toString).toArray(String[]::new));
  }

  /** Gives the interface exactly these addresses, and a default route over the first. */
  void has(String... addresses) {
    Link idle = InMemoryLinks.idle("enp0s8", 3);
    List<LinkAddress> all =
        Arrays.stream(addresses)
            .map(text -> new LinkAddress(Cidr.parse(text), true, false, LinkAddress.Standing.USED))
            .toList();
    LinkRoute route =
        new LinkRoute(
            "0.0.0.0/0",
            Optional.of(IpAddress.parse("10.213.0.1")),
            Optional.empty(),
            0,
            true,
            false);
    links.link(
        new Link(
            idle.name(),
            idle.index(),
            idle.mac(),
            true,
            true,
            idle.mtu(),
            all,
            addresses[0].startsWith("10.") ? List.of(route) : List.of()));
  }
}
