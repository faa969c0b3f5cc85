package dev.plumbline.resources.groups;

/** Whether a group must be there. */
public enum GroupState {
  PRESENT,
  ABSENT
}
