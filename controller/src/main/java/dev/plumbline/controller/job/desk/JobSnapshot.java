package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.job.JobRecord;
import java.util.Map;
import java.util.TreeMap;

/**
 * A job as it is seen from outside.
 *
 * @param transfers what travels at the moment, by node
 */
public record JobSnapshot(JobRecord job, Map<String, Transfer> transfers) {
  /** Bytes of a job's files that travel to a node, or of its outputs that come from it. */
  public record Transfer(long done, long total) {}

  public JobSnapshot {
    transfers = new TreeMap<>(transfers);
  }

  static JobSnapshot of(JobRecord job) {
    return new JobSnapshot(job, Map.of());
  }
}
