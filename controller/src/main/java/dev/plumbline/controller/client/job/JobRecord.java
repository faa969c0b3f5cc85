package dev.plumbline.controller.client.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is kept of a job.
 *
 * @param user who asked for it
 * @param states all that it went through
 * @param places its nodes, the head first; empty while it has none
 * @param drifted whether it was started by force on nodes that differ
 * @param exitCode as {@code plumb run} ends; means nothing before the job is over
 * @param cause one word of a closed set: program, node-lost, …; empty if there is none
 * @param exit how the program ended; empty if it has not, or never began
 * @param usage by node
 * @param bytesSent bytes that went to nodes
 * @param logSize bytes
 */
public record JobRecord(
    long id,
    AskedJob asked,
    String user,
    List<JobState> states,
    List<Place> places,
    long generation,
    boolean drifted,
    int exitCode,
    String cause,
    Optional<Exit> exit,
    List<PlacedFile> outputs,
    Map<String, Usage> usage,
    long bytesSent,
    long logSize) {
  public JobRecord {
    states = List.copyOf(states);
    places = List.copyOf(places);
    outputs = List.copyOf(outputs);
    usage = Map.copyOf(usage);
  }

  /** A node of the job. */
  public record Place(String node, String address, int slots, int ranks) {}

  /**
   * How a program ended.
   *
   * @param code 128 + signal for a death by signal
   * @param cause in words, where more than the code is known
   * @param rank which rank failed
   */
  public record Exit(int code, String cause, String lastLines, Optional<Integer> rank) {}

  /**
   * What a job took on one node.
   *
   * @param cpuMs user and system
   * @param memoryPeak bytes
   */
  public record Usage(long cpuMs, long memoryPeak) {}

  /** What it came to last. */
  public JobState state() {
    return states.isEmpty()
        ? new JobState(JobPhase.QUEUED, List.of(), Instant.EPOCH)
        : states.getLast();
  }

  public boolean isOver() {
    return state().phase().isOver();
  }

  /** When it came to a phase first. */
  public Optional<Instant> at(JobPhase phase) {
    return states.stream().filter(s -> s.phase() == phase).map(JobState::at).findFirst();
  }

  /** All ranks; nodes of a job without ranks have none. */
  public int ranks() {
    return places.isEmpty() ? asked.ranks() : places.stream().mapToInt(Place::ranks).sum();
  }
}
