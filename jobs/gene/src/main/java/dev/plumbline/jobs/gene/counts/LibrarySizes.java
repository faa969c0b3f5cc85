package dev.plumbline.jobs.gene.counts;

import dev.plumbline.jobs.gene.input.InputException;
import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Gene;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The sums of the counts of each sample. */
final class LibrarySizes {
  private LibrarySizes() {}

  /**
   * @throws InputException if a value is no count, or a sample has none
   */
  static double[] of(Expression counts) throws InputException {
    List<String> bad =
        counts.genes().filter(gene -> !isCounts(gene.values())).map(Gene::id).take(10);
    if (!bad.isEmpty()) {
      throw new InputException(
          "counts are whole numbers from 0 up, but these genes have others: "
              + String.join(", ", bad));
    }
    return positive(counts, "has no counts at all");
  }

  /**
   * @throws InputException if no gene is expressed, or a sample has no count of those that are
   */
  static double[] ofExpressed(Expression expressed) throws InputException {
    if (expressed.genes().isEmpty()) {
      throw new InputException("no gene has enough counts to be compared");
    }
    return positive(expressed, "has no counts of the genes that others have; leave it out");
  }

  private static double[] positive(Expression counts, String otherwise) throws InputException {
    double[] sizes =
        counts
            .genes()
            .map(Gene::values)
            .treeAggregate(
                new double[counts.samples().size()], LibrarySizes::plus, LibrarySizes::plus);
    List<String> problems =
        IntStream.range(0, sizes.length)
            .filter(sample -> sizes[sample] == 0)
            .mapToObj(sample -> "sample " + counts.samples().get(sample) + " " + otherwise)
            .toList();
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return sizes;
  }

  private static boolean isCounts(double[] values) {
    return Arrays.stream(values).allMatch(value -> value >= 0 && value == Math.rint(value));
  }

  private static double[] plus(double[] sum, double[] other) {
    for (int sample = 0; sample < sum.length; sample++) {
      sum[sample] += other[sample];
    }
    return sum;
  }
}
