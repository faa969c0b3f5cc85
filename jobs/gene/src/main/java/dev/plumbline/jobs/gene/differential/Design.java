package dev.plumbline.jobs.gene.differential;

import dev.plumbline.jobs.gene.input.InputException;
import dev.plumbline.jobs.gene.statistics.LinearModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The design of a comparison: an intercept, the class, then the covariates. */
public final class Design {
  /** The coefficient that says how much higher class one is. */
  public static final int CLASS = 1;

  private Design() {}

  /**
   * @param covariates by name, a value a sample; numbers where all are numbers, else levels of
   *     which the first in the alphabet is the base
   * @throws InputException if a covariate has gaps, or cannot be told from the others
   */
  public static LinearModel of(TwoClasses classes, Map<String, List<String>> covariates)
      throws InputException {
    List<double[]> columns = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of("the intercept", "the class"));
    int samples = classes.members().length;
    columns.add(filled(samples, sample -> 1));
    columns.add(filled(samples, sample -> classes.members()[sample] ? 1 : 0));
    for (Map.Entry<String, List<String>> covariate : covariates.entrySet()) {
      for (double[] column : columns(covariate.getKey(), covariate.getValue())) {
        columns.add(column);
        names.add("the covariate " + covariate.getKey());
      }
    }
    if (columns.size() >= samples) {
      throw new InputException(
          "%d samples are too few for %d coefficients".formatted(samples, columns.size()));
    }
    double[][] design = new double[samples][columns.size()];
    for (int column = 0; column < columns.size(); column++) {
      for (int sample = 0; sample < samples; sample++) {
        design[sample][column] = columns.get(column)[sample];
      }
    }
    try {
      return LinearModel.of(design);
    } catch (LinearModel.DependentColumnException e) {
      throw new InputException(
          names.get(e.column()) + " cannot be told from the class and the covariates before it");
    }
  }

  private interface Value {
    double of(int sample);
  }

  private static double[] filled(int samples, Value value) {
    return IntStream.range(0, samples).mapToDouble(value::of).toArray();
  }

  private static List<double[]> columns(String name, List<String> values) throws InputException {
    if (values.stream().anyMatch(String::isBlank)) {
      throw new InputException("the covariate " + name + " has no value for some samples");
    }
    if (values.stream().allMatch(Design::number)) {
      return List.of(values.stream().mapToDouble(Double::parseDouble).toArray());
    }
    List<String> levels = values.stream().distinct().sorted().toList();
    return levels.stream()
        .skip(1)
        .map(level -> filled(values.size(), sample -> values.get(sample).equals(level) ? 1 : 0))
        .toList();
  }

  private static boolean number(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
