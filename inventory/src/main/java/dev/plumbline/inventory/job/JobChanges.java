package dev.plumbline.inventory.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller changes of a job for this one time.
 *
 * @param set values of vars, by name
 * @param env further environment variables, literally
 * @param ranks in place of {@code ranks}
 * @param nodes in place of {@code nodes}; empty: as the job file says
 */
public record JobChanges(
    Map<String, String> set, Map<String, String> env, Optional<Integer> ranks, List<String> nodes) {
  /** Nothing is changed. */
  public static final JobChanges NONE =
      new JobChanges(Map.of(), Map.of(), Optional.empty(), List.of());

  public JobChanges {
    nodes = List.copyOf(nodes);
  }
}
