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
public record Exit(int code, String cause, String lastLines, OptionalInt rank, Blame blame) {
  /** Who decided on the end. */
  public enum Blame {
    /** The code is the program's own. */
    PROGRAM,
    /** What starts the program could not, or lost it. */
    LAUNCHER,
    /** The node was restarted meanwhile. */
    NODE
  }

  /** An end of which only the code is known. */
  public static Exit of(int code) {
    return new Exit(code, "", "", OptionalInt.empty(), Blame.PROGRAM);
  }

  public Exit because(String why) {
    return new Exit(code, why, lastLines, rank, blame);
  }

  /** The same, and the program has no say in it. */
  public Exit by(Blame other) {
    return new Exit(code, cause, lastLines, rank, other);
  }
}
