package dev.plumbline.jobs.gene.matrix;

import java.util.Locale;

/**
 * For intensities of microarrays: S. Dudoit, J. Fridlyand, T. P. Speed, Journal of the American
 * Statistical Association 97 (2002), 77-87, section 3.1.
 *
 * @param floor lower values become this one, which is positive
 * @param ceiling higher values become this one
 * @param ratio a gene is kept if its largest value is more than this many times the smallest
 * @param range and if they differ by more than this
 */
public record ArrayNormalisation(double floor, double ceiling, double ratio, double range)
    implements Normalisation {
  @Override
  public double[] prepare(double[] raw) {
    double[] prepared = new double[raw.length];
    for (int sample = 0; sample < raw.length; sample++) {
      prepared[sample] = Math.min(ceiling, Math.max(floor, raw[sample]));
    }
    return prepared;
  }

  @Override
  public boolean keeps(double[] prepared, int[] samples) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int sample : samples) {
      smallest = Math.min(smallest, prepared[sample]);
      largest = Math.max(largest, prepared[sample]);
    }
    return largest / smallest > ratio && largest - smallest > range;
  }

  @Override
  public double[] logs(double[] prepared) {
    double[] logs = new double[prepared.length];
    for (int sample = 0; sample < logs.length; sample++) {
      logs[sample] = Logarithm.base2(prepared[sample]);
    }
    return logs;
  }

  @Override
  public boolean trended() {
    return false;
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "array: floor %s, ceiling %s, max/min > %s, max - min > %s, log2",
        floor,
        ceiling,
        ratio,
        range);
  }
}
