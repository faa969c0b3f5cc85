package dev.plumbline.agent.page;

import dev.plumbline.agent.job.TestJobs;
import dev.plumbline.resources.host.containers.InMemoryContainers;
import java.util.Map;
import java.util.OptionalInt;

/** Pages of a node for tests. */
public final class TestPages {
  static final int SILENCE_MILLIS = 30_000;

  private TestPages() {}

  /** Of a node without Spark. */
  public static Pages none() {
    return of(Map.of());
  }

  /**
   * @param published ports of this machine, by {@code CONTAINER:PORT}
   */
  static Pages of(Map<String, Integer> published) {
    return new Pages(
        TestJobs.spark(
            new InMemoryContainers() {
              @Override
              public OptionalInt published(String name, int port) {
                Integer found = published.get(name + ":" + port);
                return found == null ? OptionalInt.empty() : OptionalInt.of(found);
              }
            }),
        SILENCE_MILLIS);
  }
}
