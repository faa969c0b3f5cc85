package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ip.Cidr;
import dev.plumbline.resources.ip.IpAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of {@link AddressSpec} that only the whole inventory can tell. */
final class ClusterAddresses {
  private ClusterAddresses() {}

  static void check(AddressSpec spec, Cluster cluster, Checks checks) {
    Map<IpAddress, String> earlier = earlier(spec, cluster);
    for (int i = 0; i < spec.addresses().size(); i++) {
      Cidr cidr = spec.addresses().get(i);
      String at = "addresses." + i;
      String holder = earlier.get(cidr.address());
      checks.that(
          holder == null,
          "address-two-nodes",
          at,
          cidr.address() + " is given to " + holder + " already");
      Optional<String> node =
          holder == null ? otherNode(cidr.address(), cluster) : Optional.empty();
      checks.that(
          node.isEmpty(),
          "address-of-other-node",
          at,
          cidr.address() + " is the address of " + node.orElse("") + " in this inventory");
      if (holder == null && node.isEmpty()) {
        own(cidr, at, cluster, checks);
      }
    }
  }

  /** Who has an address before this interface, in the order of the inventory. */
  private static Map<IpAddress, String> earlier(AddressSpec spec, Cluster cluster) {
    Map<IpAddress, String> earlier = new HashMap<>();
    for (var node : cluster.specs(AddressSpec.class).entrySet()) {
      boolean same = node.getKey().equals(cluster.self());
      for (AddressSpec other : node.getValue().values()) {
        if (same && other.nic().equals(spec.nic())) {
          return earlier;
        }
        if (other.state() == Presence.PRESENT) {
          String holder = same ? other.nic() : other.nic() + " of " + node.getKey();
          other.addresses().forEach(cidr -> earlier.putIfAbsent(cidr.address(), holder));
        }
      }
    }
    return earlier;
  }

  private static Optional<String> otherNode(IpAddress address, Cluster cluster) {
    return cluster.nodes().stream()
        .filter(node -> !node.name().equals(cluster.self()))
        .filter(node -> addressOf(node).filter(address::equals).isPresent())
        .map(Cluster.Node::name)
        .findFirst();
  }

  /** An address beside the node's own in its subnet is a slip, unless the node has both. */
  private static void own(Cidr cidr, String at, Cluster cluster, Checks checks) {
    Optional<IpAddress> own =
        cluster.nodes().stream()
            .filter(node -> node.name().equals(cluster.self()))
            .findFirst()
            .flatMap(ClusterAddresses::addressOf);
    Collection<AddressSpec> nics =
        cluster.specs(AddressSpec.class).getOrDefault(cluster.self(), Map.of()).values();
    boolean has =
        nics.stream()
            .map(AddressSpec::addresses)
            .flatMap(List::stream)
            .anyMatch(each -> own.filter(each.address()::equals).isPresent());
    boolean leased = nics.stream().anyMatch(AddressSpec::dhcp4);
    checks.that(
        has || leased || own.filter(cidr::contains).isEmpty(),
        "address-not-of-node",
        at,
        cidr.address()
            + " is not the node's address "
            + own.map(IpAddress::toString).orElse("")
            + ", which lies in the same subnet");
  }

  private static Optional<IpAddress> addressOf(Cluster.Node node) {
    try {
      return Optional.of(IpAddress.parse(node.address()));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
