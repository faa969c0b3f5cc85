package dev.plumbline.controller.client.job;

import java.util.List;

/** Which other nodes a node reaches over the network of the cluster. */
public record NodeReach(String node, List<Reached> reached) {
  public NodeReach {
    reached = List.copyOf(reached);
  }

  /**
   * One pair of nodes.
   *
   * @param failure empty: it went well
   * @param mtu the largest packet that passed, bytes
   */
  public record Reached(String node, String failure, int mtu) {}
}
