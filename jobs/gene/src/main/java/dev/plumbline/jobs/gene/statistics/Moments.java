package dev.plumbline.jobs.gene.statistics;

import java.io.Serializable;

/**
 * How many values there are, their mean and their variance.
 *
 * @param variance with the divisor {@code count - 1}
 */
public record Moments(int count, double mean, double variance) implements Serializable {
  /**
   * The moments of the values at some places, in two passes.
   *
   * @param places at least two
   */
  public static Moments of(double[] values, int[] places) {
    double sum = 0;
    for (int place : places) {
      sum += values[place];
    }
    double mean = sum / places.length;
    double squares = 0;
    for (int place : places) {
      double distance = values[place] - mean;
      squares += distance * distance;
    }
    return new Moments(places.length, mean, squares / (places.length - 1));
  }

  /** The variance of both groups about their own means. */
  public double pooledWith(Moments other) {
    return (variance * (count - 1) + other.variance * (other.count - 1))
        / (count + other.count - 2);
  }
}
