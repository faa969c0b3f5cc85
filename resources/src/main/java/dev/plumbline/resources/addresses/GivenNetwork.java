package dev.plumbline.resources.addresses;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What netplan's generator made of its files for systemd-networkd, as far as it concerns addresses
 * (systemd.network(5)): the merged result that a restart of the node, or of networkd, brings.
 *
 * @param addresses with prefix length
 * @param gateways of all routes
 * @param dhcp which families are leased: {@code no}, {@code ipv4}, {@code ipv6}, {@code yes}
 */
record GivenNetwork(Set<String> addresses, Set<String> gateways, String dhcp) {
  static Path path(String nic) {
    return Path.of("/run/systemd/network/10-netplan-" + nic + ".network");
  }

  static GivenNetwork parse(String text) {
    Set<String> addresses = new TreeSet<>();
    Set<String> gateways = new TreeSet<>();
    String dhcp = "no";
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      String value = line.substring(equals + 1).strip();
      switch (equals < 0 ? "" : line.substring(0, equals).strip()) {
        case "Address" -> addresses.add(OwnFile.canonical(value));
        case "Gateway" -> gateways.add(value);
        case "DHCP" -> dhcp = value;
        default -> {
          // Nothing that concerns addresses.
        }
      }
    }
    return new GivenNetwork(addresses, gateways, dhcp);
  }

  /** What it must be for an interface; empty if networkd must be given nothing. */
  static Optional<GivenNetwork> wanted(AddressSpec spec) {
    if (spec.state() == Presence.ABSENT) {
      return Optional.empty();
    }
    return Optional.of(
        new GivenNetwork(
            texts(spec.addresses()),
            texts(spec.allRoutes().stream().map(Route::via).toList()),
            spec.dhcp4() ? "ipv4" : "no"));
  }

  private static Set<String> texts(List<?> values) {
    Set<String> texts = new TreeSet<>();
    values.forEach(value -> texts.add(value.toString()));
    return texts;
  }

  @Override
  public String toString() {
    return String.join(", ", addresses)
        + (gateways.isEmpty() ? "" : " via " + String.join(", ", gateways))
        + (dhcp.equals("no") ? "" : " dhcp " + dhcp);
  }
}
