package dev.plumbline.controller.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run as the history keeps it.
 *
 * @param user who asked for it, as the kernel told
 * @param end empty while it is under way
 */
public record RunRecord(
    long id, Verb verb, long generation, String user, Instant started, Optional<End> end) {
  /**
   * How it ended.
   *
   * @param note for a person; empty if there is nothing to say
   */
  public record End(Duration duration, int exitCode, String note, List<NodeSummary> nodes) {
    public End {
      nodes = List.copyOf(nodes);
    }
  }
}
