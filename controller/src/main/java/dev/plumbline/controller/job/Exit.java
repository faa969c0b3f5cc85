package dev.plumbline.controller.job;

import java.util.OptionalInt;

/**
 * How a program ended.
 *
 * @param code 128 + signal for a death by signal
 * @param cause in words, where more than the code is known; else empty
 * @param lastLines what it wrote last
 * @param rank which rank failed first, if that is known
 */
public record Exit(int code, String cause, String lastLines, OptionalInt rank) {
  private static final int SIGNALS = 128;

  public static Exit of(int code, String cause) {
    return new Exit(code, cause, "", OptionalInt.empty());
  }

  boolean bySignal() {
    return code > SIGNALS && code <= SIGNALS + 64;
  }
}
