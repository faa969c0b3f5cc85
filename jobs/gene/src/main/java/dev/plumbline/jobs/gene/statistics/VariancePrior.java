package dev.plumbline.jobs.gene.statistics;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * What the residual variances of all genes say about the variance of each: a scaled inverse
 * chi-squared distribution, fitted by the moments of the logarithms. G. K. Smyth, Statistical
 * Applications in Genetics and Molecular Biology 3 (2004), article 3, section 6.2.
 *
 * @param degrees of freedom that the prior is worth; infinite if the genes differ no more than by
 *     chance
 * @param variance of each gene in the order in which they were given
 */
public record VariancePrior(double degrees, double[] variance) {
  private static final double SMALLEST_SHARE_OF_MEDIAN = 1e-5;

  /**
   * @param variances residual variances, one a gene, at least two
   * @param residualDegrees their degrees of freedom
   */
  public static VariancePrior of(double[] variances, int residualDegrees) {
    double[] logs = logs(variances, residualDegrees);
    double mean = Arrays.stream(logs).average().orElseThrow();
    double spread = 0;
    for (double log : logs) {
      spread += (log - mean) * (log - mean);
    }
    double excess = spread / (logs.length - 1) - Gamma.trigamma(residualDegrees / 2.0);
    double[] prior = new double[logs.length];
    if (excess > 0) {
      double degrees = 2 * inverseTrigamma(excess);
      Arrays.fill(prior, Math.exp(mean + offset(degrees)));
      return new VariancePrior(degrees, prior);
    }
    Arrays.fill(prior, Arrays.stream(variances).average().orElseThrow());
    return new VariancePrior(Double.POSITIVE_INFINITY, prior);
  }

  /**
   * A prior whose variance follows the abundance of the genes, as counts need it: the logarithms
   * are fitted by a natural cubic spline with four degrees of freedom (limma's {@code trend}).
   *
   * @param abundances the mean expression of each gene
   */
  public static VariancePrior along(double[] abundances, double[] variances, int residualDegrees) {
    double[] logs = logs(variances, residualDegrees);
    NaturalSpline.Fitted trend = NaturalSpline.fit(abundances, logs);
    double excess = trend.residualVariance() - Gamma.trigamma(residualDegrees / 2.0);
    double degrees = excess > 0 ? 2 * inverseTrigamma(excess) : Double.POSITIVE_INFINITY;
    double offset = excess > 0 ? offset(degrees) : 0;
    double[] prior = Arrays.stream(trend.values()).map(value -> Math.exp(value + offset)).toArray();
    return new VariancePrior(degrees, prior);
  }

  /** The logarithms of the variances, each without the mean that chance alone gives it. */
  private static double[] logs(double[] variances, int residualDegrees) {
    double[] sorted = variances.clone();
    Arrays.sort(sorted);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    double floor = median > 0 ? SMALLEST_SHARE_OF_MEDIAN * median : SMALLEST_SHARE_OF_MEDIAN;
    double offset = offset(residualDegrees);
    return Arrays.stream(variances)
        .map(variance -> Math.log(Math.max(variance, floor)) - offset)
        .toArray();
  }

  private static double offset(double degrees) {
    return Gamma.digamma(degrees / 2) - Math.log(degrees / 2);
  }

  /** The variance that a gene is given: its own and the prior's, weighed by their degrees. */
  public double posterior(int gene, double own, int residualDegrees) {
    return Double.isInfinite(degrees)
        ? variance[gene]
        : (degrees * variance[gene] + residualDegrees * own) / (degrees + residualDegrees);
  }

  /** The degrees of freedom of a moderated t; never more than all genes together have. */
  public double totalDegrees(int residualDegrees) {
    return Math.min(degrees + residualDegrees, (double) residualDegrees * variance.length);
  }

  /** Newton's method on 1 / trigamma, which is nearly linear (Smyth 2004, appendix). */
  static double inverseTrigamma(double value) {
    double y = 0.5 + 1 / value;
    for (int step = 0; step < 50; step++) {
      double trigamma = Gamma.trigamma(y);
      double change = trigamma * (1 - trigamma / value) / tetragamma(y);
      y += change;
      if (-change / y < 1e-8) {
        break;
      }
    }
    return y;
  }

  /** The derivative of trigamma: recurrence up to 20, then the asymptotic series. */
  private static double tetragamma(double x) {
    double sum = 0;
    double y = x;
    while (y < 20) {
      sum -= 2 / (y * y * y);
      y++;
    }
    double square = 1 / (y * y);
    return sum
        - square
            * (1 + 1 / y + square * (0.5 - square * (1.0 / 6 - square * (1.0 / 6 - 0.3 * square))));
  }
}
