package dev.plumbline.resources.addresses;

import dev.plumbline.resources.ip.Cidr;

/**
 * Where a route leads.
 *
 * @param text a subnet, or {@code default}
 */
public record Destination(String text) {
  private static final String DEFAULT = "default";

  /**
   * Reads a subnet or {@code default}, also as {@code 0.0.0.0/0} and {@code ::/0}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Destination parse(String text) {
    if (text.equals(DEFAULT) || text.equals("0.0.0.0/0") || text.equals("::/0")) {
      return new Destination(DEFAULT);
    }
    Cidr subnet = Cidr.parse(text);
    if (subnet.prefix() < subnet.address().bits() - 1 && !subnet.isNetwork()) {
      throw new IllegalArgumentException(
          "'" + text + "' is an address in a subnet; a route leads to the subnet itself");
    }
    return new Destination(subnet.toString());
  }

  /** As a subnet of the family. */
  String subnet(boolean v6) {
    return text.equals(DEFAULT) ? v6 ? "::/0" : "0.0.0.0/0" : text;
  }

  /** Whether it can be reached through a router of that family. */
  boolean fits(boolean v6) {
    return text.equals(DEFAULT) || (text.indexOf(':') >= 0) == v6;
  }

  @Override
  public String toString() {
    return text;
  }
}
