package dev.plumbline.resources.host.links;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ip.IpAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The network interfaces of a node, as its kernel has them now. No process is started for it. */
public interface Links {
  /** The interface of that name with its addresses and routes; empty if there is none. */
  Optional<Link> find(String name) throws Failure;

  /**
   * Waits until an interface is as wanted.
   *
   * @return whether it was in time; an interface that is not there is not as wanted
   */
  boolean await(String name, Predicate<Link> wanted, Duration most) throws Failure;

  /**
   * Asks on the wire of an interface who has these addresses (RFC 5227, RFC 4861), and listens for
   * about a second. The interface must be up.
   *
   * @return the hardware address of somebody else who has it, by address; nothing for an address
   *     that nobody claims
   */
  Map<IpAddress, String> holders(String name, Set<IpAddress> addresses) throws Failure;
}
