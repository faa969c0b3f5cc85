package dev.plumbline.controller.model;

import java.util.List;

/**
 * One node of the inventory.
 *
 * @param address the cluster's address of the node
 * @param slots places for ranks
 */
public record InventoryNode(String name, String address, int slots, List<String> groups) {
  public InventoryNode {
    groups = List.copyOf(groups);
  }
}
