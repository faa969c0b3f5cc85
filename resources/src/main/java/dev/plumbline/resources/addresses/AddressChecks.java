package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.ip.Cidr;
import dev.plumbline.resources.ip.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of {@link AddressSpec} that one node can tell. */
final class AddressChecks {
  /** What the kernel takes (dev_valid_name), less what no system uses. */
  private static final Pattern NIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,14}");

  private AddressChecks() {}

  static void nic(String nic, Checks checks) {
    checks
        .that(
            NIC.matcher(nic).matches(),
            "address-nic",
            "nic",
            "'" + nic + "' is not the name of a network interface, such as enp0s8")
        .that(!nic.equals("lo"), "address-loopback-nic", "nic", "lo is not managed");
  }

  static void addresses(String nic, boolean dhcp4, List<Cidr> addresses, Checks checks) {
    checks.that(
        dhcp4 || !addresses.isEmpty(),
        "address-none",
        "",
        nic + " gets neither an address nor 'dhcp4: true'");
    Set<IpAddress> seen = new HashSet<>();
    for (int i = 0; i < addresses.size(); i++) {
      Cidr cidr = addresses.get(i);
      String at = "addresses." + i;
      checks
          .that(
              seen.add(cidr.address()),
              "address-repeated",
              at,
              cidr.address() + " stands here twice")
          .that(
              !cidr.isNetwork(),
              "address-of-network",
              at,
              cidr + " is the subnet itself, not an address in it")
          .that(
              !cidr.isBroadcast(),
              "address-of-broadcast",
              at,
              cidr + " is the broadcast address of its subnet")
          .that(
              isOfAMachine(cidr.address()),
              "address-not-of-machine",
              at,
              cidr.address() + " cannot be the address of an interface");
    }
  }

  /** Neither loopback nor unspecified nor multicast nor reserved (RFC 6890, RFC 4291). */
  private static boolean isOfAMachine(IpAddress address) {
    if (address.isLoopback()) {
      return false;
    }
    return address.v6()
        ? address.high() >>> 56 != 0xff && (address.high() != 0 || address.low() != 0)
        : address.low() >>> 24 != 0 && address.low() >>> 24 < 224;
  }

  static void routers(
      boolean dhcp4,
      List<Cidr> addresses,
      Optional<IpAddress> gateway4,
      Optional<IpAddress> gateway6,
      List<Route> routes,
      Checks checks) {
    router("gateway4", gateway4, dhcp4, addresses, checks);
    router("gateway6", gateway6, dhcp4, addresses, checks);
    checks
        .that(
            gateway4.filter(IpAddress::v6).isEmpty(),
            "address-gateway-family",
            "gateway4",
            "gateway4 must be an IPv4 address")
        .that(
            gateway6.filter(via -> !via.v6()).isEmpty(),
            "address-gateway-family",
            "gateway6",
            "gateway6 must be an IPv6 address");
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      router("routes." + i, Optional.of(route.via()), dhcp4, addresses, checks);
      checks
          .that(
              route.to().fits(route.via().v6()),
              "address-route-family",
              "routes." + i,
              "the route to " + route.to() + " leads over " + route.via() + ", of the other family")
          .that(
              route.metric().filter(metric -> metric < 0).isEmpty(),
              "address-route-metric",
              "routes." + i,
              "the metric of a route is not negative");
    }
  }

  private static void router(
      String at, Optional<IpAddress> router, boolean dhcp4, List<Cidr> addresses, Checks checks) {
    router.ifPresent(via ->
        checks.that(
            (dhcp4 && !via.v6())
                || isLinkLocal(via)
                || addresses.stream().anyMatch(cidr -> cidr.contains(via)),
            "address-router-elsewhere",
            at,
            "the router " + via + " is in no subnet of this interface's addresses"));
  }

  private static boolean isLinkLocal(IpAddress address) {
    return address.v6() && address.high() >>> 54 == 0xfe80L >>> 6;
  }

  static void mtu(Optional<Integer> mtu, List<Cidr> addresses, Checks checks) {
    boolean v6 = addresses.stream().anyMatch(cidr -> cidr.address().v6());
    int least = v6 ? 1280 : 68;
    checks.that(
        mtu.filter(bytes -> bytes < least || bytes > 65535).isEmpty(),
        "address-mtu",
        "mtu",
        "the mtu must be " + least + " to 65535" + (v6 ? " with an IPv6 address" : ""));
  }
}
