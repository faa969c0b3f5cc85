package dev.plumbline.controller.client.job;

import java.time.Instant;
import java.util.List;

/**
 * What a job came to at a time.
 *
 * @param why why it waits, or what ended it
 */
public record JobState(JobPhase phase, List<String> why, Instant at) {
  public JobState {
    why = List.copyOf(why);
  }
}
