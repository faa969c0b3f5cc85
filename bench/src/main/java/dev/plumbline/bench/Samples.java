package dev.plumbline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was measured of one action, run by run. */
final class Samples {
  private final List<Sample> all = new ArrayList<>();

  void add(Sample sample) {
    all.add(sample);
  }

  int count() {
    return all.size();
  }

  double minimum(ToDoubleFunction<Sample> figure) {
    return all.stream().mapToDouble(figure).min().orElseThrow();
  }

  /** Of an even number, the mean of the two in the middle. */
  double median(ToDoubleFunction<Sample> figure) {
    double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
