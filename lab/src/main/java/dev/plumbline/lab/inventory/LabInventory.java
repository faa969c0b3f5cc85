package dev.plumbline.lab.inventory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a lab needs of an inventory.
 *
 * @param file the inventory, absolute
 * @param cluster its name
 * @param nodes their names, in the order of the file
 * @param firstNic the name of the NIC for first contact
 * @param secondNic the name of the NIC that the inventory configures
 * @param text the file's text
 */
public record LabInventory(
    Path file, String cluster, List<String> nodes, String firstNic, String secondNic, String text) {

  public LabInventory {
    nodes = List.copyOf(nodes);
  }

  /** Names the lab on this machine: two checkouts of one inventory are two labs. */
  public String id() {
    try {
      byte[] directory = file.resolveSibling("").toString().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(directory);
      return cluster + "-" + HexFormat.of().formatHex(hash, 0, 3);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
