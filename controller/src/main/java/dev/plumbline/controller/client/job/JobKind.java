package dev.plumbline.controller.client.job;

import java.util.Locale;

/** What starts the processes of a job. */
public enum JobKind {
  COMMAND,
  MPI,
  SPARK;

  /** The word that people and JSON readers see. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
