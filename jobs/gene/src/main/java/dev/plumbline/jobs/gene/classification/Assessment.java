package dev.plumbline.jobs.gene.classification;

import java.util.List;

/**
 * What cross-validation says.
 *
 * @param repeats of the whole cross-validation, each with another split
 * @param wrongBySample how often each sample was told wrong, over all repeats
 */
public record Assessment(List<Repeat> repeats, int[] wrongBySample) {
  /**
   * One cross-validation.
   *
   * @param genes how many genes each outer fold chose
   */
  public record Repeat(Confusion confusion, List<Integer> genes) {}

  /** Each repeat's balanced error, sorted. */
  public double[] balancedErrors() {
    return repeats.stream()
        .mapToDouble(repeat -> repeat.confusion().balancedError())
        .sorted()
        .toArray();
  }

  public double meanBalancedError() {
    return repeats.stream()
        .mapToDouble(repeat -> repeat.confusion().balancedError())
        .average()
        .orElseThrow();
  }

  /**
   * A split that was given.
   *
   * @param genes how many genes were chosen within the training samples
   * @param candidates how many genes there were to choose from
   * @param wrong the names of the samples that were told wrong
   */
  public record Split(Confusion confusion, int genes, int candidates, List<String> wrong) {}
}
