package dev.plumbline.controller.client;

import java.time.Instant;
import java.util.List;

/**
 * One run of the past.
 *
 * @param verb {@code apply}, {@code plan} or {@code drift}
 * @param generation the inventory version that it was about
 * @param user who called for it
 */
public record HistoryEntry(
    String run,
    String verb,
    long generation,
    Instant started,
    long durationMs,
    int exitCode,
    String user,
    List<NodeSummary> nodes) {
  public HistoryEntry {
    nodes = List.copyOf(nodes);
  }
}
