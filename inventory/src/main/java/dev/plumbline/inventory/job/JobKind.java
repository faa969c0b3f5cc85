package dev.plumbline.inventory.job;

import java.util.Locale;

/** What starts the processes of a job. */
public enum JobKind {
  /** Ranks of Open MPI. */
  MPI,
  /** A driver and executors of Spark. */
  SPARK,
  /** One process on each node. */
  COMMAND;

  /** As the job file writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
