package dev.plumbline.jobs.gene.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the samples.
 *
 * @param columns the names of what is known, without the sample's own name
 * @param rows by sample, in the order of the file
 */
public record SampleSheet(List<String> columns, Map<String, List<String>> rows) {
  /**
   * Reads a CSV file whose first column names the samples.
   *
   * @throws InputException with everything that is wrong with it
   */
  public static SampleSheet read(Path file) throws InputException {
    try (BufferedReader text = TextFile.open(file)) {
      return read(file.getFileName().toString(), text);
    } catch (IOException e) {
      throw new InputException("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static SampleSheet read(String name, BufferedReader text)
      throws IOException, InputException {
    String header = text.readLine();
    if (header == null) {
      throw new InputException(name + " is empty: it needs a header and a line for each sample");
    }
    List<String> columns = Csv.split(header);
    Map<String, List<String>> rows = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    int number = 1;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      List<String> values = Csv.split(line);
      if (line.isBlank()) {
        continue;
      }
      if (values.size() != columns.size()) {
        problems.add(
            "%s:%d: %d values, but the header names %d columns"
                .formatted(name, number, values.size(), columns.size()));
      } else if (rows.put(values.get(0), values.subList(1, values.size())) != null) {
        problems.add(
            "%s:%d: sample '%s' stands there twice".formatted(name, number, values.get(0)));
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new SampleSheet(columns.subList(1, columns.size()), rows);
  }

  /**
   * A column, in the order of the given samples.
   *
   * @throws InputException if there is no such column
   */
  public List<String> column(String column, List<String> samples) throws InputException {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new InputException(
          "the sample sheet has no column '%s'; it has %s"
              .formatted(column, String.join(", ", columns)));
    }
    return samples.stream().map(sample -> rows.getOrDefault(sample, List.of()).get(index)).toList();
  }

  /**
   * Insists that the sheet speaks of exactly these samples.
   *
   * @throws InputException which names those that are on one side only
   */
  public void mustMatch(List<String> samples) throws InputException {
    List<String> problems = new ArrayList<>();
    List<String> unknown = samples.stream().filter(sample -> !rows.containsKey(sample)).toList();
    List<String> missing = rows.keySet().stream().filter(row -> !samples.contains(row)).toList();
    if (!unknown.isEmpty()) {
      problems.add("the matrix has samples that the sample sheet does not name: " + few(unknown));
    }
    if (!missing.isEmpty()) {
      problems.add("the sample sheet names samples that the matrix does not have: " + few(missing));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  private static String few(List<String> names) {
    int shown = Math.min(10, names.size());
    String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
    return String.join(", ", names.subList(0, shown)) + more;
  }
}
