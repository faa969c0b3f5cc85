package dev.plumbline.controller.model;

/** Where a node stands. */
public enum NodeState {
  UNKNOWN,
  /** No session. */
  OFFLINE,
  OBSERVING,
  PLANNED,
  APPLYING,
  WAITING,
  CONVERGED,
  DIFFERS,
  FAILED
}
