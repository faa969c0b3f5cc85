package dev.plumbline.controller.cli.screen;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The terminal of this process, if it has one. */
public interface Terminal {
  /** No terminal: output goes to a file or a pipe. */
  Terminal NONE = unmeasured(false);

  /** A terminal without a size and without a person, or none. */
  static Terminal unmeasured(boolean shows) {
    return new Terminal() {
      @Override
      public boolean shows() {
        return shows;
      }

      @Override
      public Size size() {
        return Size.UNKNOWN;
      }

      @Override
      public Optional<Console> console() {
        return Optional.empty();
      }
    };
  }

  /** Whether standard output is a terminal. */
  boolean shows();

  Size size();

  /** Where a person can be asked: standard input is a terminal too. */
  Optional<Console> console();

  /** Columns and lines. */
  record Size(int columns, int lines) {
    /** What is assumed where nobody says. */
    public static final Size UNKNOWN = new Size(100, 24);
  }

  /** The terminal of this process. */
  static Terminal ofThisProcess() {
    return isTerminal(1) ? new AnsiTerminal(isTerminal(0)) : NONE;
  }

  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException _) {
      // No /proc: the console knows, though only about both descriptors together.
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
  }
}
