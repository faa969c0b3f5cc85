package dev.plumbline.jobs.gene.counts;

import dev.plumbline.jobs.gene.matrix.Logarithm;
import java.util.Arrays;

/**
 * The trimmed mean of M values: how much higher the genes of one sample are than those of another,
 * by those whose fold change and whose abundance are not extreme (M. D. Robinson, A. Oshlack,
 * Genome Biology 11 (2010), R25), with the settings of edgeR's {@code calcNormFactors}.
 */
final class TrimmedMean {
  private static final double FOLD_TRIM = 0.3;
  private static final double ABUNDANCE_TRIM = 0.05;
  private static final double SAME = 1e-6;
  private final double[] folds;
  private final double[] abundances;
  private final double[] variances;
  private int shared;

  private TrimmedMean(double[] counts, double size, double[] reference, double referenceSize) {
    folds = new double[counts.length];
    abundances = new double[counts.length];
    variances = new double[counts.length];
    for (int gene = 0; gene < counts.length; gene++) {
      double count = counts[gene];
      double other = reference[gene];
      if (count > 0 && other > 0) {
        // Step by step as edgeR does, so that the same values are equal when they are ranked.
        double share = count / size;
        double otherShare = other / referenceSize;
        folds[shared] = Logarithm.base2(share / otherShare);
        abundances[shared] = (Logarithm.base2(share) + Logarithm.base2(otherShare)) / 2;
        variances[shared] =
            (size - count) / size / count + (referenceSize - other) / referenceSize / other;
        shared++;
      }
    }
  }

  /**
   * What the size of a library is to be multiplied by to be comparable with the reference.
   *
   * @param counts by gene
   * @param size the sum of the counts
   * @param reference by gene, in the same order
   * @param referenceSize the sum of those counts
   */
  static double factor(double[] counts, double size, double[] reference, double referenceSize) {
    return new TrimmedMean(counts, size, reference, referenceSize).factor();
  }

  private double factor() {
    Span fold = Span.of(Arrays.copyOf(folds, shared), FOLD_TRIM);
    Span abundance = Span.of(Arrays.copyOf(abundances, shared), ABUNDANCE_TRIM);
    double sum = 0;
    double weights = 0;
    double largest = 0;
    for (int gene = 0; gene < shared; gene++) {
      largest = Math.max(largest, Math.abs(folds[gene]));
      if (fold.contains(folds[gene]) && abundance.contains(abundances[gene])) {
        sum += folds[gene] / variances[gene];
        weights += 1 / variances[gene];
      }
    }
    return largest < SAME || weights == 0 ? 1 : Math.pow(2, sum / weights);
  }
}
