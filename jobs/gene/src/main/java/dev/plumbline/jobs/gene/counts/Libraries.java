package dev.plumbline.jobs.gene.counts;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The libraries of all samples.
 *
 * @param sizes the sum of the counts of each sample
 * @param factors what each size is multiplied by, because a few genes with many counts take from
 *     all others; their geometric mean is 1
 */
public record Libraries(double[] sizes, double[] factors) implements Serializable {
  static Libraries uncorrected(double[] sizes) {
    double[] ones = new double[sizes.length];
    Arrays.fill(ones, 1);
    return new Libraries(sizes, ones);
  }

  /** The sizes that counts are divided by. */
  double[] effectiveSizes() {
    double[] effective = new double[sizes.length];
    for (int sample = 0; sample < effective.length; sample++) {
      effective[sample] = sizes[sample] * factors[sample];
    }
    return effective;
  }
}
