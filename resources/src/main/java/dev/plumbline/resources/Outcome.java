package dev.plumbline.resources;

import java.util.List;

/** The result of one step. */
public sealed interface Outcome {
  /** The node differed and now agrees. */
  record Changed(List<Change> changes) implements Outcome {
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  /** The node agreed already, or an earlier step of the same plan settled it. */
  record Unchanged() implements Outcome {}

  /** The step was not tried. */
  record Skipped(String reason) implements Outcome {}

  /** The resource lacks something that another node has not published yet. */
  record Waiting(String on) implements Outcome {}

  /** The step was tried in vain. */
  record Failed(String message, String remedy) implements Outcome {
    public static Failed from(Failure failure) {
      return new Failed(String.valueOf(failure.getMessage()), failure.remedy());
    }
  }
}
