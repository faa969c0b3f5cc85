package dev.plumbline.jobs.gene.differential;

import dev.plumbline.jobs.gene.statistics.Tests.Test;
import java.util.Comparator;
import java.util.List;

/**
 * All genes compared.
 *
 * @param genes the most significant first
 * @param priorDegrees what the variances of all genes are worth for one gene, in degrees of freedom
 * @param priorVariance the variance that they suggest; of the first gene where it follows the
 *     abundance
 */
public record Comparison(List<Compared> genes, double priorDegrees, double priorVariance) {
  /**
   * One gene compared.
   *
   * @param meanOne mean of class one, log2
   * @param meanOther mean of the other class, log2
   * @param effect how much higher class one is, log2, after the covariates
   * @param mean over all samples, log2
   * @param moderated limma's t
   * @param adjusted its p value after Benjamini and Hochberg
   * @param welch Welch's t, which knows no covariates
   * @param welchAdjusted its p value after Benjamini and Hochberg
   */
  public record Compared(
      String id,
      double meanOne,
      double meanOther,
      double effect,
      double mean,
      Test moderated,
      double adjusted,
      Test welch,
      double welchAdjusted) {
    static final Comparator<Compared> ORDER =
        Comparator.comparingDouble((Compared gene) -> gene.moderated().p())
            .thenComparingDouble(gene -> -Math.abs(gene.moderated().t()))
            .thenComparing(Compared::id);
  }

  /** How many genes differ at a false discovery rate, by the moderated t. */
  public long below(double rate) {
    return genes.stream().filter(gene -> gene.adjusted() < rate).count();
  }

  /** How many genes differ at a false discovery rate, by Welch's t. */
  public long welchBelow(double rate) {
    return genes.stream().filter(gene -> gene.welchAdjusted() < rate).count();
  }

  /** How many genes differ after Bonferroni, by Welch's t. */
  public long welchBonferroni(double level) {
    return genes.stream().filter(gene -> gene.welch().p() * genes.size() < level).count();
  }
}
