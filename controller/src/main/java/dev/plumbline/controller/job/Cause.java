package dev.plumbline.controller.job;

import java.util.Arrays;

/** Why a job did not succeed. */
public enum Cause {
  /** The program ended with an exit code of its own. */
  PROGRAM("program"),
  /** A signal ended the program. */
  SIGNAL("signal"),
  /** The program could not be started or supervised. */
  LAUNCHER("launcher"),
  NODE_LOST("node-lost"),
  MISSING_OUTPUT("missing-output"),
  /** A check found something; nothing was started. */
  REFUSED("refused"),
  CANCELLED("cancelled"),
  MAX_RUNTIME("max-runtime"),
  /** The kernel ended a process of it for want of memory. */
  MEMORY("memory");

  private final String word;

  Cause(String word) {
    this.word = word;
  }

  /** As people and programs read it. */
  public String word() {
    return word;
  }

  public static Cause of(String word) {
    return Arrays.stream(values())
        .filter(cause -> cause.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown cause '" + word + "'"));
  }
}
