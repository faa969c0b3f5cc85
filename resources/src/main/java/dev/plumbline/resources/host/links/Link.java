package dev.plumbline.resources.host.links;

import java.util.List;

/**
 * A network interface.
 *
 * @param mac its hardware address: {@code 08:00:27:12:34:56}; empty if it has none
 * @param up whether it is switched on
 * @param carrier whether something is at the other end; unknown, and false, while it is not up
 * @param mtu the longest packet in bytes
 * @param addresses sorted
 * @param routes those of the main table that lead out of it; the ones that its addresses bring with
 *     them are left out
 */
public record Link(
    String name,
    int index,
    String mac,
    boolean up,
    boolean carrier,
    int mtu,
    List<LinkAddress> addresses,
    List<LinkRoute> routes) {
  public Link {
    addresses = List.copyOf(addresses);
    routes = List.copyOf(routes);
  }
}
