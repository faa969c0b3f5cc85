package dev.plumbline.jobs.gene.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file that is written line by line. */
final class Table implements AutoCloseable {
  private final BufferedWriter text;

  Table(Path file, String... columns) throws IOException {
    text = Files.newBufferedWriter(file);
    row((Object[]) columns);
  }

  /** Writes numbers as Java prints them, which loses no digit. */
  void row(Object... values) throws IOException {
    for (int index = 0; index < values.length; index++) {
      if (index > 0) {
        text.write(',');
      }
      text.write(quoted(String.valueOf(values[index])));
    }
    text.write('\n');
  }

  private static String quoted(String value) {
    return value.indexOf(',') < 0 && value.indexOf('"') < 0
        ? value
        : '"' + value.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
