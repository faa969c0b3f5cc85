package dev.plumbline.jobs.gene.matrix;

import java.io.Serializable;

/** How raw values become logarithms that can be compared, and which genes are worth comparing. */
public interface Normalisation extends Serializable {
  /** Takes raw values to where {@link #keeps} and {@link #logs} can read them. */
  double[] prepare(double[] raw);

  /**
   * Whether a gene says anything in these samples. Looks at no class, so that it may be asked
   * before genes are compared.
   */
  boolean keeps(double[] prepared, int[] samples);

  /** The values to base 2. */
  double[] logs(double[] prepared);

  /** Whether the variance of a gene depends on its abundance. */
  boolean trended();

  /** What it does, for a report. */
  String description();
}
