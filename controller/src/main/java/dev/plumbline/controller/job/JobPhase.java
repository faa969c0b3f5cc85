package dev.plumbline.controller.job;

import java.util.EnumSet;
import java.util.Set;

/** Where a job stands. */
public enum JobPhase {
  /** Waits for its turn. */
  QUEUED,
  /** Its files travel to its nodes. */
  SENDING,
  CHECKING,
  STARTING,
  RUNNING,
  /** It is over: what is left of it is ended, then its outputs are fetched. */
  COLLECTING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  TIMED_OUT,
  LOST;

  /** The table of all transitions. */
  private Set<JobPhase> next() {
    return switch (this) {
      case QUEUED -> EnumSet.of(SENDING, CHECKING, FAILED, CANCELLED);
      case SENDING -> EnumSet.of(CHECKING, FAILED, CANCELLED, LOST, QUEUED);
      case CHECKING -> EnumSet.of(STARTING, SUCCEEDED, FAILED, CANCELLED, LOST, QUEUED);
      case STARTING -> EnumSet.of(RUNNING, COLLECTING);
      case RUNNING -> EnumSet.of(COLLECTING);
      case COLLECTING -> EnumSet.of(SUCCEEDED, FAILED, CANCELLED, TIMED_OUT, LOST, QUEUED);
      case SUCCEEDED, FAILED, CANCELLED, TIMED_OUT, LOST -> EnumSet.noneOf(JobPhase.class);
    };
  }

  public boolean mayBecome(JobPhase phase) {
    return next().contains(phase);
  }

  /** Whether nothing more happens to the job. */
  public boolean isEnd() {
    return next().isEmpty();
  }

  /** Whether something of the job may be running on its nodes. */
  public boolean isStarted() {
    return switch (this) {
      case STARTING, RUNNING, COLLECTING -> true;
      case QUEUED, SENDING, CHECKING, SUCCEEDED, FAILED, CANCELLED, TIMED_OUT, LOST -> false;
    };
  }

  /** Whether the job holds slots on its nodes. */
  public boolean holdsSlots() {
    return this != QUEUED && !isEnd();
  }
}
