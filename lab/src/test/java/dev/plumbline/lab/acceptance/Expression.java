package dev.plumbline.lab.acceptance;

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

/**
 * One column of a CSV file, by its first column.
 *
 * @param values in the order of the file
 */
record Expression(Map<String, Double> values) {
  static Expression of(Path file, String column) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                StandardCharsets.UTF_8))) {
      List<String[]> lines =
          text.lines().map(line -> line.replace("\"", "").split(",", -1)).toList();
      int at = List.of(lines.getFirst()).indexOf(column);
      Map<String, Double> values = new LinkedHashMap<>();
      lines.stream().skip(1).forEach(line -> values.put(line[0], Double.valueOf(line[at])));
      return new Expression(values);
    }
  }
}
