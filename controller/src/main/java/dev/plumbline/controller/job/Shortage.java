package dev.plumbline.controller.job;

/** Why the kernel of a node ended a process of a job. */
public enum Shortage {
  NONE,
  /** The job had used all the memory that it may use there. */
  LIMIT,
  /** The node had no memory left. */
  NODE
}
