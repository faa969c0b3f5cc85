package dev.plumbline.controller.cli;

import java.util.List;

/** What the process ends with. */
final class ExitCode {
  static final int CONVERGED = 0;

  /** An error, bad input, wrong usage. */
  static final int ERROR = 1;

  /** Changes or drift; of plan and drift only. */
  static final int DIFFERS = 2;

  /** Not every node was reached, and nothing worse happened. */
  static final int UNREACHED = 3;

  /** Of run: we lost the job, or could not start it. */
  static final int LOST = 125;

  /** Of run: the job was refused before anything started. */
  static final int REFUSED = 126;

  private static final List<Integer> WORST_FIRST = List.of(ERROR, UNREACHED, DIFFERS, CONVERGED);

  private ExitCode() {}

  static int worst(int one, int other) {
    for (int code : WORST_FIRST) {
      if (one == code || other == code) {
        return code;
      }
    }
    return ERROR;
  }
}
