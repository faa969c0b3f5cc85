package dev.plumbline.controller;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** One line per event, with its time. A file that has grown large is kept once and begun anew. */
final class LogFile implements Consumer<String>, AutoCloseable {
  private static final long LARGEST = 5 << 20;

  private final Path file;
  private final Clock clock;
  private final boolean echo;
  private OutputStream out;
  private long size;
  private boolean torn;

  private LogFile(Path file, Clock clock, boolean echo, OutputStream out, long size) {
    this.file = file;
    this.clock = clock;
    this.echo = echo;
    this.out = out;
    this.size = size;
  }

  /**
   * @param echo whether standard error gets every line too
   */
  static LogFile open(Path file, Clock clock, boolean echo) throws IOException {
    return new LogFile(file, clock, echo, stream(file), Files.exists(file) ? Files.size(file) : 0);
  }

  /** Without a buffer: what a full disk did not take must not come out later, in pieces. */
  private static OutputStream stream(Path file) throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public synchronized void accept(String message) {
    String line =
        clock.instant().truncatedTo(ChronoUnit.MILLIS)
            + " "
            + message.strip().replace("\n", "\n    ")
            + "\n";
    if (echo) {
      System.err.print(line);
    }
    try {
      if (size > LARGEST) {
        rotate();
      }
      out.write((torn ? "\n" + line : line).getBytes(StandardCharsets.UTF_8));
      torn = false;
      size += line.length();
    } catch (IOException e) {
      torn = true;
      // There is no other place left to say it.
      System.err.println("cannot write " + file + ": " + e);
    }
  }

  private void rotate() throws IOException {
    out.close();
    Files.move(
        file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    out = stream(file);
    size = 0;
  }

  /** Something that should not happen: with its trace. */
  void trouble(String what, Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    accept(what + "\n" + trace);
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
