package dev.plumbline.controller.job.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the log of a job while it grows. */
public final class LogReader {
  private static final String NOBODY = "-";

  private LogReader() {}

  /** A line as the file has it. */
  record Entry(String node, long offset, String text, long next) {}

  /**
   * The lines from an offset on.
   *
   * @param offset of a line; 0 for the first
   * @param most about how many bytes are read
   */
  public static List<LogLine> read(Path file, long offset, long most) throws IOException {
    List<LogLine> lines = new ArrayList<>();
    if (Files.exists(file)) {
      entries(
          file,
          offset,
          most,
          entry -> lines.add(new LogLine(entry.node(), entry.text(), entry.next())));
    }
    return lines;
  }

  /** Reads whole lines; one that has no end yet is not there yet. */
  static void entries(Path file, long offset, long most, Consumer<Entry> receiver)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.skipNBytes(Math.min(offset, Files.size(file)));
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long at = offset;
      for (int b = in.read(); b >= 0 && at - offset < most; b = in.read()) {
        if (b == '\n') {
          at += line.size() + 1;
          receiver.accept(entry(line.toString(StandardCharsets.UTF_8), at));
          line.reset();
        } else {
          line.write(b);
        }
      }
    }
  }

  private static Entry entry(String line, long next) {
    String[] parts = line.split(" ", 3);
    boolean sound = parts.length == 3 && parts[1].matches("\\d{1,18}");
    if (!sound) {
      // Somebody wrote into the file; it is shown as it stands.
      return new Entry(NOBODY, 0, line, next);
    }
    return new Entry(
        parts[0].equals(NOBODY) ? "" : parts[0], Long.parseLong(parts[1]), parts[2], next);
  }
}
