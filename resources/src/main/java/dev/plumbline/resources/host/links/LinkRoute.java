package dev.plumbline.resources.host.links;

import dev.plumbline.resources.ip.IpAddress;
import java.util.Optional;

/**
 * A route of the main table out of one interface.
 *
 * @param to where it leads, as a subnet: {@code 10.1.0.0/16}; {@code 0.0.0.0/0} and {@code ::/0}
 *     are the default routes
 * @param via the router; empty if the destination is on the wire
 * @param source the address that packets get; empty if the kernel chooses
 * @param metric the lower one wins
 * @param lasting whether no protocol made it that will take it away or renew it by itself: DHCP, a
 *     router's announcements
 * @param onLink whether the router is taken to be on the wire, whatever the addresses say
 */
public record LinkRoute(
    String to,
    Optional<IpAddress> via,
    Optional<IpAddress> source,
    long metric,
    boolean lasting,
    boolean onLink) {}
