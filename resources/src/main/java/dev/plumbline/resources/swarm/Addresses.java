package dev.plumbline.resources.swarm;

import dev.plumbline.resources.ip.IpAddress;
import java.util.Optional;

/** Addresses with ports, as Docker writes them. */
final class Addresses {
  private static final String PORT = ":2377";

  private Addresses() {}

  /** Empty if the text is no address, for example the name of a NIC. */
  static Optional<IpAddress> parse(String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address without its port. */
  static String host(String address) {
    if (parse(address).isPresent()) {
      return address;
    }
    int colon = address.lastIndexOf(':');
    String host = colon < 0 ? address : address.substring(0, colon);
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** The address in a text with or without port; empty if it names a NIC or a host. */
  static Optional<IpAddress> parseHost(String address) {
    return parse(host(address));
  }

  /** The address with the port of a swarm's managers, where it has none. */
  static String withPort(String address) {
    Optional<IpAddress> bare = parse(address);
    if (bare.isPresent()) {
      return (bare.get().v6() ? "[" + address + "]" : address) + PORT;
    }
    return address.matches(".*:[0-9]+") ? address : address + PORT;
  }

  /** Whether both are the same address, with or without port. */
  static boolean same(String one, String other) {
    return parse(host(one)).isPresent() && parse(host(one)).equals(parse(host(other)));
  }
}
