package dev.plumbline.resources.spark;

/** What a node is in the cluster's Spark. */
public enum Role {
  /** It gives out the work. */
  MASTER,
  /** Executors run here. */
  WORKER,
  BOTH,
  /** Nothing of Spark runs here. */
  NONE;

  /** Whether the master is there. */
  public boolean leads() {
    return this == MASTER || this == BOTH;
  }

  boolean works() {
    return this == WORKER || this == BOTH;
  }
}
