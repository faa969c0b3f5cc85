package dev.plumbline.jobs.gene.input;

import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Gene;
import java.util.ArrayList;
import java.util.List;

/** The sums of the counts of each sample. */
public final class LibrarySizes {
  private LibrarySizes() {}

  /**
   * @throws InputException if a value is no count, or a sample has none
   */
  public static double[] of(Expression counts) throws InputException {
    List<String> bad =
        counts.genes().filter(gene -> !isCounts(gene.values())).map(Gene::id).take(10);
    if (!bad.isEmpty()) {
      throw new InputException(
          "counts are whole numbers from 0 up, but these genes have others: "
              + String.join(", ", bad));
    }
    double[] sizes = counts.genes().map(Gene::values).treeReduce(LibrarySizes::plus);
    List<String> problems = new ArrayList<>();
    for (int sample = 0; sample < sizes.length; sample++) {
      if (sizes[sample] == 0) {
        problems.add("sample " + counts.samples().get(sample) + " has no counts at all");
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return sizes;
  }

  private static boolean isCounts(double[] values) {
    for (double value : values) {
      if (value < 0 || value != Math.rint(value)) {
        return false;
      }
    }
    return true;
  }

  private static double[] plus(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int sample = 0; sample < sum.length; sample++) {
      sum[sample] += other[sample];
    }
    return sum;
  }
}
