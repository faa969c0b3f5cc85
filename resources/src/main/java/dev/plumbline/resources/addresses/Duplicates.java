package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.links.LinkAddress;
import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.ip.Cidr;
import dev.plumbline.resources.ip.IpAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether another machine has an address that this one is to get. */
final class Duplicates {
  /** Adapters take some seconds to agree with a switch on how to talk. */
  private static final Duration CARRIER = Duration.ofSeconds(5);

  private static final String LOOK = "look with 'ip link' on the node";

  private final Links links;
  private final Processes processes;

  Duplicates(Links links, Processes processes) {
    this.links = links;
    this.processes = processes;
  }

  /**
   * Asks for every address that the interface does not have yet. One that is down is switched on to
   * ask, and off again.
   *
   * @throws Failure if somebody has one
   */
  void check(AddressSpec spec, AddressObservation observed) throws Failure {
    String nic = spec.nic();
    Set<IpAddress> news =
        spec.addresses().stream().map(Cidr::address).collect(Collectors.toCollection(HashSet::new));
    news.removeAll(used(observed));
    if (news.isEmpty()) {
      return;
    }
    boolean wasUp = observed.link().map(Link::up).orElse(false);
    if (!wasUp) {
      set(nic, "up");
    }
    Map<IpAddress, String> holders = new TreeMap<>();
    try {
      if (links.await(nic, Link::carrier, CARRIER)) {
        holders.putAll(links.holders(nic, news));
      }
    } finally {
      if (!wasUp) {
        set(nic, "down");
      }
    }
    if (!holders.isEmpty()) {
      throw new Failure(
          holders.entrySet().stream()
              .map(each -> each.getKey() + " belongs to " + each.getValue())
              .collect(Collectors.joining(", ", "on the wire of " + nic + " ", "")),
          "nothing was changed; give this node another address, or take it from that machine; a node"
              + " of the cluster that is to give it up must do so first: apply again, and let nodes"
              + " that exchange addresses go over a free one");
    }
  }

  private static Set<IpAddress> used(AddressObservation observed) {
    Optional<Link> link = observed.link();
    return link.stream()
        .flatMap(there -> there.addresses().stream())
        .filter(each -> each.standing() == LinkAddress.Standing.USED)
        .map(each -> each.cidr().address())
        .collect(Collectors.toSet());
  }

  private void set(String nic, String state) throws Failure {
    processes.mustRun(Command.of("ip", "link", "set", "dev", nic, state), LOOK);
  }
}
