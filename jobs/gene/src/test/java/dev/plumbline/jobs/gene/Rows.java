package dev.plumbline.jobs.gene;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A CSV file by its first column; quotes are dropped. */
record Rows(List<String> columns, Map<String, String[]> values) {
  static Rows read(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                StandardCharsets.UTF_8))) {
      List<String[]> lines =
          text.lines().map(line -> line.replace("\"", "").split(",", -1)).toList();
      Map<String, String[]> values = new LinkedHashMap<>();
      lines.stream().skip(1).forEach(line -> values.put(line[0], line));
      return new Rows(List.of(lines.get(0)), values);
    }
  }

  double number(String row, String column) {
    return Double.parseDouble(requireNonNull(values.get(row), row)[columns.indexOf(column)]);
  }
}
