package dev.plumbline.controller.reconcile;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether a node's agent can be told anything. */
public sealed interface SessionState {
  /**
   * The agent is connected.
   *
   * @param kinds the schema version of every kind that it knows, by printed name
   * @param appliedHash the hash of its last applied catalog; empty if there is none
   * @param running a request that it still carries out, from before this run; empty if none
   */
  record Live(Map<String, Integer> kinds, String appliedHash, String running)
      implements SessionState {
    public Live {
      kinds = Map.copyOf(kinds);
    }
  }

  /**
   * The agent is not connected.
   *
   * @param since when its last session ended; empty if it never had one
   * @param refusal why its last attempt was refused; empty if it was not
   * @param expectedUntil until when it may still be on its way, on the clock of {@link World#now};
   *     {@link #NOT_EXPECTED} if it is not
   */
  record Away(Optional<Instant> since, Optional<String> refusal, long expectedUntil)
      implements SessionState {
    /** Nobody expects this agent to call in soon. */
    public static final long NOT_EXPECTED = Long.MIN_VALUE;
  }
}
