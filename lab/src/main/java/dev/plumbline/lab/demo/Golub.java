package dev.plumbline.lab.demo;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The tables of Golub et al. (Science 286, 1999) as the job gene reads them: a matrix of probes and
 * samples, and a sheet of the samples.
 */
final class Golub {
  /** A line a probe: a description, its name, then a value and a call for each sample. */
  static final String TRAINING = "data_set_ALL_AML_train.csv";

  static final String INDEPENDENT = "data_set_ALL_AML_independent.csv";

  /** A line a sample: its number and its class. */
  static final String CLASSES = "actual.csv";

  private static final int BEFORE_SAMPLES = 2;

  private Golub() {}

  /** Writes {@code golub_expr.csv.gz} and {@code golub_labels.csv}. */
  static void write(Map<String, byte[]> tables, Path folder) throws IOException {
    Function<String, List<String>> lines =
        name ->
            new String(tables.get(name), StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    Map<String, Map<Integer, String>> probes = new LinkedHashMap<>();
    Map<Integer, String> sets = new TreeMap<>();
    read(lines.apply(TRAINING), "train", probes, sets);
    read(lines.apply(INDEPENDENT), "test", probes, sets);
    Map<Integer, String> classes =
        lines.apply(CLASSES).stream()
            .skip(1)
            .map(line -> line.split(",", 2))
            .collect(Collectors.toMap(each -> Integer.valueOf(each[0]), each -> each[1]));
    try (Writer matrix =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(folder.resolve("golub_expr.csv.gz"))),
            StandardCharsets.US_ASCII)) {
      matrix.write("probe" + joined(sets.keySet().stream().map(sample -> "S" + sample)) + "\n");
      for (Map.Entry<String, Map<Integer, String>> probe : probes.entrySet()) {
        matrix.write(probe.getKey() + joined(probe.getValue().values().stream()) + "\n");
      }
    }
    StringBuilder sheet = new StringBuilder("sample,class,set\n");
    sets.forEach(
        (sample, set) -> sheet.append("S%d,%s,%s\n".formatted(sample, classes.get(sample), set)));
    Files.writeString(folder.resolve("golub_labels.csv"), sheet);
  }

  private static String joined(Stream<String> fields) {
    return fields.map(field -> "," + field).collect(Collectors.joining());
  }

  /** A description may hold commas, so that fields are counted from the end. */
  private static void read(
      List<String> lines,
      String set,
      Map<String, Map<Integer, String>> probes,
      Map<Integer, String> sets) {
    String[] header = lines.getFirst().split(",", -1);
    int samples = (header.length - BEFORE_SAMPLES) / 2;
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      int first = fields.length - 2 * samples;
      Map<Integer, String> values = probes.computeIfAbsent(fields[first - 1], _ -> new TreeMap<>());
      for (int i = 0; i < samples; i++) {
        int sample = Integer.parseInt(header[BEFORE_SAMPLES + 2 * i]);
        values.put(sample, fields[first + 2 * i]);
        sets.put(sample, set);
      }
    }
  }
}
