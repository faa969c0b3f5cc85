package dev.plumbline.agent.job.report;

/**
 * Where reports go. Never blocks and never fails: what does not reach the controller is said again
 * after the next connection.
 */
public interface Answers {
  void report(Report report);

  /**
   * A piece of a log.
   *
   * @param offset of its first byte
   */
  void log(String job, long offset, byte[] data);
}
