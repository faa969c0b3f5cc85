package dev.plumbline.agent.job.order;

/** What a job is made of. */
public enum Kind {
  /** The program once on every node. */
  COMMAND,
  /** Ranks of Open MPI, all started from the head. */
  MPI,
  SPARK
}
