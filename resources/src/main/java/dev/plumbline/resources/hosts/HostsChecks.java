package dev.plumbline.resources.hosts;

import dev.plumbline.resources.Checks;
import java.net.Inet4Address;
import java.net.InetAddress;
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
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private static final Set<String> LOCAL = Set.of("localhost", "ip6-localhost", "ip6-loopback");

  private HostsChecks() {}

  static Checks of(Map<String, List<String>> entries) {
    Checks checks = new Checks();
    Map<String, String> addressByName = new HashMap<>();
    entries.forEach((address, names) -> {
      String at = "entries." + address;
      Optional<InetAddress> parsed = address(address);
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
            !LOCAL.contains(name) || parsed.map(InetAddress::isLoopbackAddress).orElse(true),
            "hosts-localhost",
            at,
            "'" + name + "' must stay on the loopback interface, not " + address);
        String family = parsed.map(HostsChecks::family).orElse("");
        String other = addressByName.put(family + name, address);
        checks.that(
            other == null || parsed.isEmpty(),
            "hosts-name-twice",
            at,
            "'" + name + "' is given to both " + other + " and " + address);
      }
    });
    return checks;
  }

  /** Reads an address literal; never asks a name server. */
  static Optional<InetAddress> address(String text) {
    boolean plain = DOTTED.matcher(text).matches() || (text.contains(":") && !text.contains("["));
    try {
      return plain && !text.contains("%")
          ? Optional.of(InetAddress.ofLiteral(text))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String family(InetAddress address) {
    return address instanceof Inet4Address ? "4 " : "6 ";
  }
}
