package dev.plumbline.inventory.job;

import dev.plumbline.resources.value.Problem;
import java.util.List;

/** What reading a job gives. */
public sealed interface JobResult {
  /** Everything is right, so far as it can be seen from here. */
  record Loaded(Job job) implements JobResult {}

  /**
   * Something is wrong, and nothing was started.
   *
   * @param problems all of them, in the order of the text; never empty
   */
  record Invalid(List<Problem> problems) implements JobResult {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
