package dev.plumbline.controller.job;

import java.util.List;

/** How a node compares with its last applied revision. */
public sealed interface Drift {
  /** Nobody has asked. */
  record Unasked() implements Drift {}

  /**
   * The node was asked.
   *
   * @param since monotonic, nanoseconds
   */
  record Asked(long since) implements Drift {}

  /**
   * @param changes what differs; empty: nothing
   */
  record Seen(List<String> changes) implements Drift {
    public Seen {
      changes = List.copyOf(changes);
    }
  }

  /** The node could not say. */
  record Unseen(String why) implements Drift {}
}
