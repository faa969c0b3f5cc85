package dev.plumbline.controller.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the command: lines for a person, and an exit code. */
final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;
  private final transient List<String> lines;

  private Trouble(int exitCode, List<String> lines, @Nullable Throwable cause) {
    super(String.join("; ", lines), cause);
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
  }

  /** One thing is wrong. */
  static Trouble of(String message, String remedy) {
    return new Trouble(ExitCode.ERROR, List.of(line(message, remedy)), null);
  }

  static Trouble of(String message, String remedy, Throwable cause) {
    return new Trouble(ExitCode.ERROR, List.of(line(message, remedy)), cause);
  }

  /** Everything that is wrong. */
  static Trouble all(List<String> lines) {
    return new Trouble(ExitCode.ERROR, lines, null);
  }

  /** The same with another exit code. */
  Trouble withExitCode(int other) {
    return new Trouble(other, lines, this);
  }

  private static String line(String message, String remedy) {
    return "plumb: " + message + (remedy.isEmpty() ? "" : " → " + remedy);
  }

  int exitCode() {
    return exitCode;
  }

  List<String> lines() {
    return lines;
  }
}
