package dev.plumbline.controller.contact;

import dev.plumbline.inventory.connect.Connect;
import dev.plumbline.inventory.connect.Host;
import dev.plumbline.inventory.connect.Via;

/**
 * A node to be reached.
 *
 * @param node its name
 * @param address the cluster's address of the node, where SSH answers unless {@code connect} names
 *     another
 */
public record Target(String node, String address, Connect connect) {
  /** What ssh dials. */
  String host() {
    return connect.address().map(Host::text).orElse(address);
  }

  boolean isLocal() {
    return connect.via() == Via.LOCAL;
  }

  /** For messages: {@code ubuntu@192.168.56.10 port 2222}. */
  String shown() {
    if (isLocal()) {
      return "this machine";
    }
    return connect.user().map(user -> user + "@").orElse("")
        + host()
        + connect.port().map(port -> " port " + port).orElse("");
  }
}
