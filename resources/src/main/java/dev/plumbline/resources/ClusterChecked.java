package dev.plumbline.resources;

/**
 * A spec with rules that span resources or nodes: one address twice, a uid that two users have, a
 * swarm without manager.
 */
public interface ClusterChecked extends Spec {
  /**
   * Adds every broken rule to {@code checks}. A rule that two resources break together is reported
   * at the later one. Pure.
   */
  void check(Cluster cluster, Checks checks);
}
