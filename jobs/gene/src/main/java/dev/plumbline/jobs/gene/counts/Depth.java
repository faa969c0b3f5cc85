package dev.plumbline.jobs.gene.counts;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How deep a sample was read.
 *
 * @param upperQuartile of the counts of all genes, in shares of the library
 * @param roots the sum of the square roots of the counts
 */
record Depth(int sample, double upperQuartile, double roots) implements Serializable {
  private static final double UPPER = 0.75;
  private static final double NOTHING = 1e-20;

  static Depth of(int sample, double[] counts, double librarySize) {
    double roots = Arrays.stream(counts).map(Math::sqrt).sum();
    return new Depth(sample, upperQuartile(counts) / librarySize, roots);
  }

  /** Between two counts it is interpolated: type 7 of R's {@code quantile}. */
  private static double upperQuartile(double[] counts) {
    double[] sorted = counts.clone();
    Arrays.sort(sorted);
    double place = 1 + (sorted.length - 1) * UPPER;
    double low = sorted[(int) Math.floor(place) - 1];
    double high = sorted[(int) Math.ceil(place) - 1];
    double rest = place - Math.floor(place);
    return rest > 0 && high != low ? (1 - rest) * low + rest * high : low;
  }

  /**
   * The sample that the others are compared with: the most usual one by its upper quartile; if most
   * samples have none, the one with most counts of many genes. The first of equal ones.
   *
   * @param depths of all samples, in order
   */
  static int reference(List<Depth> depths) {
    double[] sorted = depths.stream().mapToDouble(Depth::upperQuartile).sorted().toArray();
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    Comparator<Depth> order;
    if (median < NOTHING) {
      order = Comparator.comparingDouble(depth -> -depth.roots());
    } else {
      double mean = mean(sorted);
      order = Comparator.comparingDouble(depth -> Math.abs(depth.upperQuartile() - mean));
    }
    return depths.stream().min(order.thenComparingInt(Depth::sample)).orElseThrow().sample();
  }

  /** Rounded once only: of two samples, the nearer to their mean is found by its last bit. */
  private static double mean(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128).doubleValue();
  }
}
