package dev.plumbline.resources.host.processes;

import java.util.List;

/**
 * How a program ended.
 *
 * @param exit its exit code; 128 and the signal's number if a signal ended it
 * @param out what it wrote to its standard output, as UTF-8; at most the last megabyte
 * @param err likewise its standard error
 */
public record Result(int exit, String out, String err) {
  public boolean succeeded() {
    return exit == 0;
  }

  /** The last line that says something, of standard error if there is one; for messages. */
  public String lastLine() {
    List<String> lines =
        (err.isBlank() ? out : err).lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
  }
}
