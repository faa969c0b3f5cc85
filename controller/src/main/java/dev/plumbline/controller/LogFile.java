package dev.plumbline.controller;

import java.io.BufferedWriter;
import java.io.IOException;
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
  private BufferedWriter writer;
  private long size;

  private LogFile(Path file, Clock clock, boolean echo, BufferedWriter writer, long size) {
    this.file = file;
    this.clock = clock;
    this.echo = echo;
    this.writer = writer;
    this.size = size;
  }

  /**
   * @param echo whether standard error gets every line too
   */
  static LogFile open(Path file, Clock clock, boolean echo) throws IOException {
    return new LogFile(file, clock, echo, writer(file), Files.exists(file) ? Files.size(file) : 0);
  }

  private static BufferedWriter writer(Path file) throws IOException {
    return Files.newBufferedWriter(
        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
      writer.write(line);
      writer.flush();
      size += line.length();
    } catch (IOException e) {
      // There is no other place left to say it.
      System.err.println("cannot write " + file + ": " + e.getMessage());
    }
  }

  private void rotate() throws IOException {
    writer.close();
    Files.move(
        file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    writer = writer(file);
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
    writer.close();
  }
}
