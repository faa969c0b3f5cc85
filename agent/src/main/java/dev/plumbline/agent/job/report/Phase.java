package dev.plumbline.agent.job.report;

/** How far a job is on this node. */
public enum Phase {
  /** Nothing of it is here. */
  UNKNOWN,
  PREPARING,
  PREPARED,
  /** The program runs, or a ticket is good. */
  RUNNING,
  ENDED,
  COLLECTING,
  COLLECTED,
  /** Nothing of it runs, and nothing but its folder is left. */
  CLEAN
}
