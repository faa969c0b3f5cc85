package dev.plumbline.agent.job.order;

import java.util.OptionalInt;

/**
 * How a program ended.
 *
 * @param code its exit code, or 128 + the signal that ended it
 * @param cause in words, where more than the code is known; else empty
 * @param lastLines what it said at last, where it failed; else empty
 * @param rank which rank failed, where one did
 */
public record Exit(int code, String cause, String lastLines, OptionalInt rank) {
  /** An end of which only the code is known. */
  public static Exit of(int code) {
    return new Exit(code, "", "", OptionalInt.empty());
  }

  public Exit because(String why) {
    return new Exit(code, why, lastLines, rank);
  }
}
