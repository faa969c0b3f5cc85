package dev.plumbline.controller.client.job;

import java.util.Locale;

/** How far a job is. */
public enum JobPhase {
  QUEUED,
  SENDING,
  CHECKING,
  STARTING,
  RUNNING,
  COLLECTING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  TIMED_OUT,
  LOST;

  /** Whether nothing comes after it. */
  public boolean isOver() {
    return compareTo(SUCCEEDED) >= 0;
  }

  /** The word that JSON readers see. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word that people see. */
  public String spoken() {
    return word().replace('_', ' ');
  }
}
