package dev.plumbline.jobs.gene.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Splits of samples into folds that hold the classes in the same shares. */
final class Folds {
  private Folds() {}

  /**
   * @param samples to split
   * @param members by sample of all, whether it is of class one
   * @param count of folds; every sample is held out in exactly one of them
   */
  static List<Fold> stratified(int[] samples, boolean[] members, int count, Random random) {
    List<Integer> order = new ArrayList<>();
    for (boolean side : new boolean[] {true, false}) {
      List<Integer> ofSide = new ArrayList<>();
      Arrays.stream(samples).filter(sample -> members[sample] == side).forEach(ofSide::add);
      Collections.shuffle(ofSide, random);
      order.addAll(ofSide);
    }
    List<Fold> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      int number = fold;
      folds.add(
          new Fold(
              part(order, index -> index % count != number),
              part(order, index -> index % count == number)));
    }
    return folds;
  }

  private interface Choice {
    boolean takes(int index);
  }

  private static int[] part(List<Integer> order, Choice choice) {
    return IntStream.range(0, order.size())
        .filter(choice::takes)
        .map(order::get)
        .sorted()
        .toArray();
  }
}
