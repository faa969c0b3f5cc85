package dev.plumbline.controller.client;

import java.util.Locale;

/** What a node is doing, or how it came out of its last run. */
public enum NodeState {
  UNKNOWN,
  /** The agent has no session with the controller. */
  OFFLINE,
  OBSERVING,
  PLANNED,
  APPLYING,
  /** Something on it waits for an export of another node. */
  WAITING,
  /** It is what it must be. */
  CONVERGED,
  /** It is not what it must be, and nothing was done about it. */
  DIFFERS,
  FAILED;

  /** The word that people and JSON readers see. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
