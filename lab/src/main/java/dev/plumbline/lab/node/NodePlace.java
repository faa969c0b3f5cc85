package dev.plumbline.lab.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where one node stands in its lab.
 *
 * @param lab the lab's id
 * @param node its name in the inventory
 * @param contact its address on the contact network
 * @param gateway this machine on the contact network
 * @param firstNic the name of the NIC for first contact
 * @param secondNic the name of the NIC that the inventory configures
 */
public record NodePlace(
    String lab, String node, String contact, String gateway, String firstNic, String secondNic) {

  public String container() {
    return container(lab, node);
  }

  public static String container(String lab, String node) {
    return "plumb-" + lab + "-" + node;
  }

  /** A MAC address in VirtualBox's range that stays the same however often the node is made. */
  String mac(String nic) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((lab + "/" + node + "/" + nic).getBytes(StandardCharsets.UTF_8));
      return String.format("08:00:27:%02x:%02x:%02x", hash[0], hash[1], hash[2]);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
