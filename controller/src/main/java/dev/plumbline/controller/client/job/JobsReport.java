package dev.plumbline.controller.client.job;

import java.time.Instant;
import java.util.List;

/**
 * The jobs of a cluster.
 *
 * @param jobs the newest first
 * @param drained nodes on which no job starts
 */
public record JobsReport(List<JobRecord> jobs, List<Drained> drained) {
  public JobsReport {
    jobs = List.copyOf(jobs);
    drained = List.copyOf(drained);
  }

  /** A node on which no job starts. */
  public record Drained(String node, String reason, String user, Instant since) {}
}
