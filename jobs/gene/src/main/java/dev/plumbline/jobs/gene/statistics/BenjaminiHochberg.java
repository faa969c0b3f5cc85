package dev.plumbline.jobs.gene.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The false discovery rate's adjustment of p values: Benjamini and Hochberg, Journal of the Royal
 * Statistical Society B 57 (1995), 289-300.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The adjusted values, each at the place of its p value.
   *
   * @param p values between 0 and 1
   */
  public static double[] adjust(double[] p) {
    Integer[] order = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(index -> p[index]));
    double[] adjusted = new double[p.length];
    double smallest = 1;
    for (int rank = p.length; rank > 0; rank--) {
      int index = order[rank - 1];
      smallest = Math.min(smallest, p[index] * p.length / rank);
      adjusted[index] = smallest;
    }
    return adjusted;
  }
}
