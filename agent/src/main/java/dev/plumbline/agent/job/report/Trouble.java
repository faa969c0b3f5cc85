package dev.plumbline.agent.job.report;

import dev.plumbline.resources.Failure;

/** What went wrong, and what to do about it. */
public record Trouble(String message, String remedy) {
  public static Trouble of(Failure failure) {
    return new Trouble(String.valueOf(failure.getMessage()), failure.remedy());
  }
}
