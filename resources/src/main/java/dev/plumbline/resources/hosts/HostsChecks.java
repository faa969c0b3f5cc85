package dev.plumbline.resources.hosts;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.ip.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of {@link HostsSpec}. */
final class HostsChecks {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?");

  private static final Set<String> LOCAL = Set.of("localhost", "ip6-localhost", "ip6-loopback");

  private HostsChecks() {}

  static Checks of(Map<String, List<String>> entries) {
    Checks checks = new Checks();
    Map<String, String> addressByName = new HashMap<>();
    entries.forEach((address, names) -> {
      String at = "entries." + address;
      Optional<IpAddress> parsed = address(address);
      checks
          .that(
              parsed.isPresent(),
              "hosts-address",
              at,
              "'" + address + "' is not an IPv4 or IPv6 address")
          .that(!names.isEmpty(), "hosts-no-name", at, address + " has no name");
      for (String name : names) {
        checks.that(
            NAME.matcher(name).matches(),
            "hosts-name",
            at,
            "'" + name + "' is not a host name (letters, digits, '.', '-', '_')");
        checks.that(
            !LOCAL.contains(name) || parsed.map(IpAddress::isLoopback).orElse(true),
            "hosts-localhost",
            at,
            "'" + name + "' must stay on the loopback interface, not " + address);
        String family = parsed.map(ip -> ip.v6() ? "6 " : "4 ").orElse("");
        String other = addressByName.put(family + name, address);
        checks.that(
            other == null || other.equals(address) || parsed.isEmpty(),
            "hosts-name-twice",
            at,
            "'" + name + "' is given to both " + other + " and " + address);
      }
    });
    return checks;
  }

  /** Empty if the text is not an address. */
  static Optional<IpAddress> address(String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
