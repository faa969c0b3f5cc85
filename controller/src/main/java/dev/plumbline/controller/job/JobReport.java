package dev.plumbline.controller.job;

import java.util.List;
import java.util.Optional;

/**
 * The whole state of a job on a node, as its agent tells it.
 *
 * @param bytesDone while preparing and collecting
 * @param exit of {@code mpirun} or of the program
 * @param logSize bytes
 * @param relays on the head: those that {@code mpirun} asks for; elsewhere: those that run there
 * @param outputs when they are collected
 * @param missing required globs without a match
 * @param shortage known once nothing of it runs
 */
public record JobReport(
    Phase phase,
    long bytesDone,
    long bytesTotal,
    Optional<Inspection> inspection,
    Optional<Exit> exit,
    long logSize,
    List<Relay> relays,
    List<PlacedFile> outputs,
    List<String> missing,
    List<Obstacle> problems,
    Optional<Usage> usage,
    Shortage shortage) {
  public JobReport {
    relays = List.copyOf(relays);
    outputs = List.copyOf(outputs);
    missing = List.copyOf(missing);
    problems = List.copyOf(problems);
  }

  /** Where the agent is with a job. */
  public enum Phase {
    /** Nothing of this job is there. */
    UNKNOWN,
    PREPARING,
    PREPARED,
    /** The program runs; where only {@code orted}s may come, there is a ticket. */
    RUNNING,
    ENDED,
    COLLECTING,
    COLLECTED,
    /** Nothing of it runs any more; its folder is there. */
    CLEAN
  }

  /** A report that says nothing but a phase. */
  public static JobReport of(Phase phase) {
    return new JobReport(
        phase,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Shortage.NONE);
  }

  public Optional<Relay> relay(String id) {
    return relays.stream().filter(relay -> relay.id().equals(id)).findFirst();
  }
}
