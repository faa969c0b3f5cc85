package dev.plumbline.agent.job.report;

/** Why the kernel ended a process of a job. */
public enum Shortage {
  /** It did not, as far as is known. */
  NONE,
  /** The job had used all the memory that it may use on this node. */
  LIMIT,
  /** Somebody else had used it: the node, or what it runs in, had none left. */
  NODE
}
