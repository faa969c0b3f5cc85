package dev.plumbline.agent.job.report;

import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.order.Placed;
import java.util.List;
import java.util.Optional;

/**
 * The whole state of a job on this node.
 *
 * @param logSize in bytes
 * @param missing required outputs that nothing matches
 * @param startedMillis Unix time; 0 is not yet
 * @param shortage known once nothing of it runs
 */
public record Report(
    String job,
    Phase phase,
    long bytesDone,
    long bytesTotal,
    Optional<Inspection> inspection,
    Optional<Exit> exit,
    long logSize,
    List<Relay> relays,
    List<Placed> outputs,
    List<String> missing,
    List<Trouble> problems,
    Usage usage,
    long startedMillis,
    Shortage shortage) {
  /** Of a job of which nothing is here. */
  public static Report unknown(
      String job, Optional<Inspection> inspection, List<Trouble> problems) {
    return new Report(
        job,
        Phase.UNKNOWN,
        0,
        0,
        inspection,
        Optional.empty(),
        0,
        List.of(),
        List.of(),
        List.of(),
        problems,
        Usage.NONE,
        0,
        Shortage.NONE);
  }
}
