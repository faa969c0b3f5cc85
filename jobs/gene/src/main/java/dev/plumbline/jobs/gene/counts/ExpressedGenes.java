package dev.plumbline.jobs.gene.counts;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/**
 * edgeR's rule for genes that are expressed at all, {@code filterByExpr} (Y. Chen, A. T. L. Lun, G.
 * K. Smyth, F1000Research 5 (2016), 1438).
 *
 * @param librarySizes the sum of all counts of each sample
 * @param smallestClass the number of samples of the smallest class
 */
public record ExpressedGenes(double[] librarySizes, int smallestClass) implements Serializable {
  private static final double EXPRESSED_COUNT = 10;
  private static final double EXPRESSED_TOTAL = 15;
  private static final int LARGE_CLASS = 10;
  private static final double SHARE_OF_LARGE_CLASS = 0.7;

  /** Whether a gene is expressed in enough of some samples. */
  public boolean hold(double[] counts, int[] samples) {
    double cutoff = EXPRESSED_COUNT / median(samples);
    double total = 0;
    int expressed = 0;
    for (int sample : samples) {
      total += counts[sample];
      if (counts[sample] / librarySizes[sample] >= cutoff) {
        expressed++;
      }
    }
    return total >= EXPRESSED_TOTAL && expressed >= enough(samples.length);
  }

  /** The smallest class, or as much of these samples as it is of all. */
  private double enough(int samples) {
    double size = (double) smallestClass * samples / librarySizes.length;
    return size <= LARGE_CLASS ? size : LARGE_CLASS + (size - LARGE_CLASS) * SHARE_OF_LARGE_CLASS;
  }

  private double median(int[] samples) {
    double[] sizes = Arrays.stream(samples).mapToDouble(sample -> librarySizes[sample]).toArray();
    Arrays.sort(sizes);
    return (sizes[(sizes.length - 1) / 2] + sizes[sizes.length / 2]) / 2;
  }

  String description() {
    return String.format(
        Locale.ROOT,
        "a gene needs %s counts in an average library in %.1f samples",
        EXPRESSED_COUNT,
        enough(librarySizes.length));
  }
}
