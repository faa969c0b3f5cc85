package dev.plumbline.jobs.gene.counts;

import java.util.Arrays;

/**
 * The values that are left when the smallest and the largest are trimmed.
 *
 * @param least the smallest that is left; none is left if it is larger than the largest
 */
record Span(double least, double most) {
  /**
   * Trims by rank; equal values share the mean of their ranks, so that all of them stay or go.
   *
   * @param share to be trimmed at each end
   */
  static Span of(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double low = Math.floor(sorted.length * share) + 1;
    double high = sorted.length + 1 - low;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int next;
    for (int first = 0; first < sorted.length; first = next) {
      next = first + 1;
      while (next < sorted.length && sorted[next] == sorted[first]) {
        next++;
      }
      double rank = (first + 1 + next) / 2.0;
      if (rank >= low && rank <= high) {
        least = Math.min(least, sorted[first]);
        most = sorted[first];
      }
    }
    return new Span(least, most);
  }

  boolean contains(double value) {
    return value >= least && value <= most;
  }
}
