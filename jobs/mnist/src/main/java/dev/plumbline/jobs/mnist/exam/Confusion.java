package dev.plumbline.jobs.mnist.exam;

import dev.plumbline.jobs.mnist.net.Shape;
import java.util.Arrays;
import java.util.List;

/** How often each digit was taken for each. */
public final class Confusion {
  private final int[][] counts = new int[Shape.CLASSES][Shape.CLASSES];

  void add(int label, int answer) {
    counts[label][answer]++;
  }

  public int count(int label, int answer) {
    return counts[label][answer];
  }

  public int total() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** The share of right answers, 0 to 1. */
  public double accuracy() {
    int right = 0;
    for (int digit = 0; digit < counts.length; digit++) {
      right += counts[digit][digit];
    }
    return (double) right / total();
  }

  /** One row for each true digit, one column for each answer. */
  public List<List<Integer>> rows() {
    return Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }
}
