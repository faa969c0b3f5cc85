package dev.plumbline.controller.job;

/** What starts the processes of a job. */
public enum JobKind {
  /** Once on every node. */
  COMMAND,
  /** {@code mpirun} on the first node. */
  MPI,
  SPARK
}
