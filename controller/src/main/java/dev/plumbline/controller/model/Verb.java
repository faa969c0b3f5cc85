package dev.plumbline.controller.model;

import java.util.Locale;

/** What a run is for. */
public enum Verb {
  /** Compares nodes with the inventory; nothing changes. */
  PLAN,
  /** Makes nodes what the inventory says. */
  APPLY,
  /** Compares nodes with their last applied revision; nothing changes. */
  DRIFT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
