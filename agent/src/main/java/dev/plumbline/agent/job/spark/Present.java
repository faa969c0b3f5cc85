package dev.plumbline.agent.job.spark;

/**
 * What of the cluster's Spark runs on this node.
 *
 * @param user uid:gid of its containers
 */
public record Present(boolean master, boolean worker, String image, String network, String user) {
  /** As an inspection has it. */
  public String parts() {
    return master && worker ? "master worker" : master ? "master" : "worker";
  }
}
