package dev.plumbline.jobs.gene.input;

import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Gene;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * An expression matrix as CSV: a header with the names of the samples, then a gene a line. A file
 * that is not compressed is read by all executors, each its part; a compressed one by one of them.
 */
public final class MatrixFile {
  private static final long PART = 16L << 20;
  private static final int SHOWN = 20;

  private MatrixFile() {}

  /**
   * Reads a matrix, and looks at every value of it.
   *
   * @param file under the same path on every executor
   * @throws InputException with what is wrong with it: a value that is no finite number, a line of
   *     another length, a name that stands there twice
   */
  public static Expression read(JavaSparkContext spark, Path file) throws InputException {
    try {
      List<String> samples = samples(file);
      JavaRDD<Row> rows = rows(spark, file, samples);
      Expression expression =
          new Expression(
                  samples,
                  rows.filter(row -> row.problem().isEmpty())
                      .map(row -> new Gene(row.id(), row.values())))
              .kept();
      List<String> problems =
          new ArrayList<>(rows.map(Row::problem).filter(text -> !text.isEmpty()).take(SHOWN));
      problems.addAll(twice(expression.genes().map(Gene::id).collect()));
      if (!problems.isEmpty()) {
        throw new InputException(
            problems.stream().map(text -> file.getFileName() + ": " + text).toList());
      }
      return expression;
    } catch (IOException e) {
      throw new InputException("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static List<String> samples(Path file) throws IOException, InputException {
    try (BufferedReader text = TextFile.open(file)) {
      String header = text.readLine();
      List<String> names = header == null ? List.of() : Csv.split(header);
      if (names.size() < 3) {
        throw new InputException(
            file.getFileName() + " needs a header with the names of at least two samples");
      }
      List<String> samples = names.subList(1, names.size());
      List<String> problems = twice(samples);
      if (!problems.isEmpty()) {
        throw new InputException(problems);
      }
      return List.copyOf(samples);
    }
  }

  private static JavaRDD<Row> rows(JavaSparkContext spark, Path file, List<String> samples)
      throws IOException {
    String path = file.toString();
    List<String> names = List.copyOf(samples);
    if (TextFile.compressed(file)) {
      int parts = Math.max(spark.defaultParallelism(), (int) (Files.size(file) * 4 / PART));
      return spark
          .parallelize(List.of(path), 1)
          .flatMap(MatrixFile::allLines)
          .repartition(parts)
          .map(line -> Row.parse(line, names));
    }
    long size = Files.size(file);
    int parts = (int) Math.max(spark.defaultParallelism(), size / PART);
    List<Part> all =
        LongStream.range(0, parts)
            .mapToObj(part -> new Part(part * size / parts, (part + 1) * size / parts))
            .toList();
    return spark
        .parallelize(all, parts)
        .flatMap(part -> linesOf(path, part))
        .filter(line -> !line.isBlank())
        .map(line -> Row.parse(line, names));
  }

  /** The bytes from the first one up to the last one, which is the next part's. */
  private record Part(long from, long to) implements Serializable {}

  private static Iterator<String> allLines(String path) throws IOException {
    BufferedReader text = TextFile.open(Path.of(path));
    text.readLine();
    return text.lines().filter(line -> !line.isBlank()).iterator();
  }

  private static Iterator<String> linesOf(String path, Part part) throws IOException {
    TextFile.LineRange lines = TextFile.lines(Path.of(path), part.from(), part.to());
    if (part.from() == 0) {
      lines.skipRest(); // the header
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !lines.ended();
      }

      @Override
      public String next() {
        try {
          String line = lines.next();
          if (lines.ended()) {
            lines.close();
          }
          return line;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static List<String> twice(List<String> names) {
    Set<String> seen = new HashSet<>();
    return names.stream()
        .filter(name -> !seen.add(name))
        .distinct()
        .limit(SHOWN)
        .map(name -> "'" + name + "' stands there twice")
        .toList();
  }
}
