package dev.plumbline.inventory.job;

import dev.plumbline.resources.codec.Suggestion;
import java.util.List;

/**
 * After what a job is started anew.
 *
 * @param word as the job file writes it
 */
public record RetryCause(String word) {
  /** A node of the job was lost. */
  public static final RetryCause NODE_LOST = new RetryCause("node-lost");

  /**
   * Reads a cause.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static RetryCause parse(String text) {
    if (text.equals(NODE_LOST.word)) {
      return NODE_LOST;
    }
    throw new IllegalArgumentException(
        "'"
            + text
            + "' is nothing after which a job is started anew; only node-lost is"
            + Suggestion.of(text, List.of(NODE_LOST.word)));
  }

  @Override
  public String toString() {
    return word;
  }
}
