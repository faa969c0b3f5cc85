package dev.plumbline.controller.job;

import java.util.OptionalInt;

/**
 * How a program ended.
 *
 * @param code 128 + signal for a death by signal
 * @param cause in words, where more than the code is known; else empty
 * @param lastLines what it wrote last
 * @param rank which rank failed first, if that is known
 * @param blame who decided on the end; the verdict says so in its own words, so that it is not kept
 */
public record Exit(int code, String cause, String lastLines, OptionalInt rank, Blame blame) {
  /** Who decided on the end of a program. */
  public enum Blame {
    /** The code is the program's own. */
    PROGRAM,
    /** What starts the program could not, or lost it. */
    LAUNCHER,
    /** Its node was restarted meanwhile. */
    NODE
  }

  private static final int SIGNALS = 128;

  public static Exit of(int code, String cause) {
    return new Exit(code, cause, "", OptionalInt.empty(), Blame.PROGRAM);
  }

  boolean bySignal() {
    return code > SIGNALS && code <= SIGNALS + 64;
  }

  /** Which signal, of an end {@link #bySignal()}. */
  int signal() {
    return code - SIGNALS;
  }
}
