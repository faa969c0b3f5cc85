package dev.plumbline.controller.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The end of a log file, and what is added to it. */
final class LogTail {
  private static final long PAUSE_MS = 250;

  private final Path file;
  private final PrintStream out;

  LogTail(Path file, PrintStream out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Prints the last lines.
   *
   * @param follow whether to go on until the process is ended
   */
  int print(int lines, boolean follow) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Deque<String> last = new ArrayDeque<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        last.add(line);
        if (last.size() > lines) {
          last.removeFirst();
        }
      }
      last.forEach(out::println);
      out.flush();
      while (follow) {
        String line = reader.readLine();
        if (line == null) {
          out.flush();
          Thread.sleep(PAUSE_MS);
        } else {
          out.println(line);
        }
      }
      return ExitCode.CONVERGED;
    } catch (NoSuchFileException e) {
      throw Trouble.of("there is no log yet: " + file, "'plumb controller start' makes one", e);
    } catch (IOException e) {
      throw Trouble.of("the log cannot be read: " + e.getMessage(), "", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.ERROR;
    }
  }
}
