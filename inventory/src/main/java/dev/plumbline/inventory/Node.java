package dev.plumbline.inventory;

import dev.plumbline.inventory.connect.Connect;
import dev.plumbline.inventory.connect.Host;
import dev.plumbline.resources.ip.IpAddress;
import java.util.List;

/**
 * One node of an inventory.
 *
 * @param address the cluster's address of the node; it may not exist before the first apply
 * @param slots places for ranks, at least 1
 * @param groups the groups that hold it, without {@code all}
 * @param connect how it is reached for first contact, with absolute paths
 */
public record Node(
    String name, IpAddress address, int slots, List<String> groups, Connect connect) {
  public Node {
    groups = List.copyOf(groups);
  }

  /** Where SSH answers: what {@code connect} says, else the node's address. */
  public String sshHost() {
    return connect.address().map(Host::text).orElseGet(address::toString);
  }
}
