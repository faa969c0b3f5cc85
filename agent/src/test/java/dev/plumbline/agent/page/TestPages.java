package dev.plumbline.agent.page;

import dev.plumbline.agent.job.TestJobs;

/** Pages of a node for tests. */
public final class TestPages {
  private TestPages() {}

  /** Of a node without Spark. */
  public static Pages none() {
    return new Pages(TestJobs.noSpark());
  }
}
