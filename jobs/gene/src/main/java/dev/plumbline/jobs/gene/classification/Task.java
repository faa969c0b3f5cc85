package dev.plumbline.jobs.gene.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One outer fold and the folds within its training set. */
record Task(int repeat, Fold fold, List<Fold> inner) {
  /**
   * @param markers of the outer training set, then of each inner one
   * @param candidates how many genes the outer training set had to choose from
   * @param values of every gene among the markers
   * @param members by sample, whether it is of class one
   */
  Verdict judge(
      List<List<Marker>> markers, int candidates, Map<String, double[]> values, boolean[] members) {
    int size = CrossValidation.SIZES[0];
    double least = Double.POSITIVE_INFINITY;
    for (int tried : CrossValidation.SIZES) {
      Confusion confusion = Confusion.NONE;
      for (int number = 0; number < inner.size(); number++) {
        List<Marker> used = first(markers.get(number + 1), tried);
        for (int sample : inner.get(number).held()) {
          boolean right = isOne(used, values, sample) == members[sample];
          confusion = confusion.with(members[sample], right);
        }
      }
      if (confusion.balancedError() < least) {
        least = confusion.balancedError();
        size = tried;
      }
    }
    List<Marker> used = first(markers.get(0), size);
    Confusion confusion = Confusion.NONE;
    List<Integer> wrong = new ArrayList<>();
    for (int sample : fold.held()) {
      boolean right = isOne(used, values, sample) == members[sample];
      confusion = confusion.with(members[sample], right);
      if (!right) {
        wrong.add(sample);
      }
    }
    return new Verdict(repeat, confusion, used.size(), candidates, List.copyOf(wrong));
  }

  private static List<Marker> first(List<Marker> markers, int size) {
    return markers.subList(0, Math.min(size, markers.size()));
  }

  private static boolean isOne(List<Marker> markers, Map<String, double[]> values, int sample) {
    double score = 0;
    for (Marker marker : markers) {
      double[] gene = values.get(marker.id());
      if (gene == null) {
        throw new IllegalStateException("the values of " + marker.id() + " were not collected");
      }
      score += marker.speaksForOne(gene[sample]);
    }
    return score > 0;
  }
}
