package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Withdrawable;
import dev.plumbline.resources.ip.Cidr;
import dev.plumbline.resources.ip.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a network interface of a node must be. */
@Doc("The addresses of a network interface, through netplan and systemd-networkd.")
public record AddressSpec(
    @Name @Doc("Name of the interface.") String nic,
    @Default("present") @Doc("present, or absent: the inventory configures it no more.")
        Presence state,
    @Default("false") @Doc("Whether a DHCP server gives it an IPv4 address.") boolean dhcp4,
    @Doc("IPv4 and IPv6 addresses with their prefix length, such as 192.168.56.10/24.")
        List<Cidr> addresses,
    @Doc("The router to everywhere, for IPv4.") Optional<IpAddress> gateway4,
    @Doc("The router to everywhere, for IPv6.") Optional<IpAddress> gateway6,
    @Doc("Further routes out of the interface.") List<Route> routes,
    @Doc("Who is asked for names.") Optional<Nameservers> nameservers,
    @Doc("The longest packet in bytes, 68 to 65535; with IPv6 at least 1280.")
        Optional<Integer> mtu,
    @Default("false")
        @Doc("Whether the interface is taken out of other netplan files; a copy of them is kept.")
        boolean takeover,
    @Default("peer")
        @Doc(
            "Who must reach the addresses before a change is kept: peer (the controller or another node on the subnet), or link where nobody is there to ask.")
        Confirm confirm,
    @Default("30s") @Doc("How long a change waits for that before it is undone, 5s to 10m.")
        Within confirmWithin)
    implements ClusterChecked, Withdrawable<AddressSpec> {

  public AddressSpec {
    Checks checks = new Checks();
    addresses = List.copyOf(addresses);
    routes = List.copyOf(routes);
    AddressChecks.nic(nic, checks);
    if (state == Presence.PRESENT) {
      AddressChecks.addresses(nic, dhcp4, addresses, checks);
      AddressChecks.routers(dhcp4, addresses, gateway4, gateway6, routes, checks);
      AddressChecks.mtu(mtu, addresses, checks);
    }
    checks.done();
  }

  /** All routes that lead over a router, the default ones among them. */
  List<Route> allRoutes() {
    List<Route> all = new ArrayList<>();
    for (Optional<IpAddress> gateway : List.of(gateway4, gateway6)) {
      gateway.ifPresent(
          via -> all.add(new Route(Destination.parse("default"), via, Optional.empty())));
    }
    all.addAll(routes);
    return List.copyOf(all);
  }

  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return catalog.stream()
        .filter(id ->
            switch (id.kind()) {
              case "package" -> id.name().equals("netplan.io");
              case "file" -> id.name().startsWith("/etc/netplan");
              default -> false;
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    if (state == Presence.PRESENT) {
      ClusterAddresses.check(this, cluster, checks);
    }
  }

  @Override
  public Optional<AddressSpec> withdrawn() {
    return Optional.of(
        new AddressSpec(
            nic,
            Presence.ABSENT,
            false,
            addresses,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            confirm,
            confirmWithin));
  }
}
