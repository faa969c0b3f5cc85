package dev.plumbline.controller.contact;

/**
 * A command that ended.
 *
 * @param exit its exit code; {@link #TIMED_OUT} if it was ended because it took too long
 * @param out what it wrote to standard output, at most the first megabyte
 * @param err what it wrote to standard error, likewise
 */
record Finished(int exit, String out, String err) {
  static final int TIMED_OUT = -1;

  boolean ok() {
    return exit == 0;
  }

  /** The last line of standard error that says anything, for messages. */
  String lastLine() {
    return err.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce((first, second) -> second)
        .orElse(exit == TIMED_OUT ? "no answer in time" : "exit code " + exit);
  }
}
