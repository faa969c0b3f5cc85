package dev.plumbline.jobs.gene.counts;

import dev.plumbline.jobs.gene.input.InputException;
import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Logarithm;
import dev.plumbline.jobs.gene.matrix.Normalisation;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * For counts of reads: logarithms of counts per million with a prior count, as edgeR's {@code
 * cpm(log=TRUE)} has them.
 *
 * @param expressed which genes are worth comparing
 * @param libraries of those genes
 * @param effectiveSizes what counts are divided by
 */
public record CountNormalisation(
    ExpressedGenes expressed, Libraries libraries, double[] effectiveSizes)
    implements Normalisation {
  private static final double PRIOR_COUNT = 3;
  private static final double MILLION = 1e6;

  /**
   * In the order of edgeR's guide: the filter, then the sizes of the libraries that are left, then
   * their factors.
   *
   * @param smallestClass the number of samples of the smallest class
   * @param trimmed whether factors are estimated by trimmed means, or are all 1
   * @throws InputException if the values are no counts, or a sample has none
   */
  public static CountNormalisation of(
      JavaSparkContext spark, Expression counts, int smallestClass, boolean trimmed)
      throws InputException {
    ExpressedGenes filter = new ExpressedGenes(LibrarySizes.of(counts), smallestClass);
    int[] all = IntStream.range(0, counts.samples().size()).toArray();
    Expression left =
        new Expression(
            counts.samples(), counts.genes().filter(gene -> filter.hold(gene.values(), all)));
    double[] sizes = LibrarySizes.ofExpressed(left);
    Libraries libraries =
        trimmed ? TrimmedMeans.libraries(spark, left, sizes) : Libraries.uncorrected(sizes);
    return new CountNormalisation(filter, libraries, libraries.effectiveSizes());
  }

  @Override
  public double[] prepare(double[] raw) {
    return raw;
  }

  @Override
  public boolean keeps(double[] counts, int[] samples) {
    return expressed.hold(counts, samples);
  }

  @Override
  public double[] logs(double[] counts) {
    double mean = Arrays.stream(effectiveSizes).average().orElseThrow();
    double[] logs = new double[counts.length];
    for (int sample = 0; sample < logs.length; sample++) {
      double size = effectiveSizes[sample];
      double prior = PRIOR_COUNT * size / mean;
      logs[sample] = Logarithm.base2((counts[sample] + prior) / (size + 2 * prior) * MILLION);
    }
    return logs;
  }

  @Override
  public boolean trended() {
    return true;
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "counts: log2 of counts per million with a prior count of %s, libraries times %.3f to %.3f;"
            + " %s",
        PRIOR_COUNT,
        Arrays.stream(libraries.factors()).min().orElseThrow(),
        Arrays.stream(libraries.factors()).max().orElseThrow(),
        expressed.description());
  }
}
