package dev.plumbline.controller.client.job;

import java.util.List;

/**
 * Which other nodes a node reaches over the network of the cluster.
 *
 * @param failure why it could not even try; empty if it could
 */
public record NodeReach(String node, String failure, List<Reached> reached) {
  public NodeReach {
    reached = List.copyOf(reached);
  }

  /** Whether it reaches all of them. */
  public boolean isRight() {
    return failure.isEmpty() && reached.stream().allMatch(one -> one.failure().isEmpty());
  }

  /**
   * One pair of nodes.
   *
   * @param failure empty: it went well
   * @param mtu the largest packet that passed, bytes
   */
  public record Reached(String node, String failure, int mtu) {}
}
