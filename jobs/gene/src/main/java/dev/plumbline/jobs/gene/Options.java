package dev.plumbline.jobs.gene;

import dev.plumbline.jobs.gene.input.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says. */
final class Options {
  @Option(
      names = "--expression",
      required = true,
      description = "CSV, gzipped or not: a header with the samples, then a gene a line.")
  Path expression;

  @Option(
      names = "--samples",
      required = true,
      description = "CSV: the sample's name, then what is known of it.")
  Path samples;

  @Option(
      names = "--out",
      required = true,
      description = "The folder for the results; it is made if it is missing.")
  Path out;

  @Option(
      names = "--class",
      defaultValue = "class",
      description = "The column with the class (default: ${DEFAULT-VALUE}).")
  String classColumn;

  @Option(
      names = "--compare",
      required = true,
      split = ":",
      arity = "1",
      paramLabel = "ONE:OTHER",
      description = "How much higher is the first class than the other?")
  List<String> compare;

  @Option(
      names = "--covariates",
      split = ",",
      description = "Columns that the comparison accounts for: numbers, or levels.")
  List<String> covariates = List.of();

  @Option(
      names = "--values",
      defaultValue = "array",
      description = "What the matrix holds: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Values values;

  @Option(
      names = "--floor",
      defaultValue = "100",
      description = "Arrays: lower values become this (default: ${DEFAULT-VALUE}).")
  double floor;

  @Option(
      names = "--ceiling",
      defaultValue = "16000",
      description = "Arrays: higher values become this (default: ${DEFAULT-VALUE}).")
  double ceiling;

  @Option(
      names = "--min-ratio",
      defaultValue = "5",
      description = "Arrays: a gene needs max/min above this (default: ${DEFAULT-VALUE}).")
  double ratio;

  @Option(
      names = "--min-range",
      defaultValue = "500",
      description = "Arrays: and max - min above this (default: ${DEFAULT-VALUE}).")
  double range;

  @Option(
      names = "--normalise",
      defaultValue = "tmm",
      description =
          "Counts: factors of the libraries, where a few genes take from all others, as edgeR's"
              + " calcNormFactors has them: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Factors normalise;

  @Option(
      names = "--clusters",
      defaultValue = "2",
      description = "Clusters of samples (default: ${DEFAULT-VALUE}).")
  int clusters;

  @Option(
      names = "--repeats",
      defaultValue = "10",
      description = "Repeats of the cross-validation; 0 leaves it out (default: ${DEFAULT-VALUE}).")
  int repeats;

  @Option(
      names = "--folds",
      defaultValue = "5",
      description = "Folds of the cross-validation, outer and inner (default: ${DEFAULT-VALUE}).")
  int folds;

  @Option(
      names = "--split",
      description = "A column that says train or test: that split is told as well.")
  @Nullable String split;

  @Option(names = "--truth", description = "Generated data: the genes that differ, a line each.")
  @Nullable Path truth;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of everything that is drawn (default: ${DEFAULT-VALUE}).")
  long seed;

  /**
   * Looks at what can be judged without the data.
   *
   * @throws InputException with all that is wrong
   */
  void check() throws InputException {
    List<String> problems = new ArrayList<>();
    if (compare.size() != 2) {
      problems.add("--compare takes two classes, as in AML:ALL");
    }
    if (clusters < 1) {
      problems.add("--clusters must be at least 1");
    }
    if (repeats < 0) {
      problems.add("--repeats must not be negative");
    }
    if (folds < 2) {
      problems.add("--folds must be at least 2");
    }
    if (values == Values.array && (floor <= 0 || ceiling <= floor)) {
      problems.add("--floor must be positive and below --ceiling");
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  /** What the sizes of libraries are multiplied by. */
  enum Factors {
    /** Trimmed means of M values. */
    tmm,
    /** Nothing. */
    none
  }

  /** What a matrix holds. */
  enum Values {
    array,
    counts
  }
}
