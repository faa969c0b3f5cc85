package dev.plumbline.agent.job.report;

/**
 * What a job used on this node.
 *
 * @param cpuMillis of user and system
 * @param memoryPeak in bytes
 */
public record Usage(long cpuMillis, long memoryPeak) {
  public static final Usage NONE = new Usage(0, 0);

  /** Of units that ran beside each other. */
  public Usage plus(Usage other) {
    return new Usage(cpuMillis + other.cpuMillis, memoryPeak + other.memoryPeak);
  }

  /** Of one unit, looked at twice. */
  public Usage most(Usage other) {
    return new Usage(Math.max(cpuMillis, other.cpuMillis), Math.max(memoryPeak, other.memoryPeak));
  }
}
