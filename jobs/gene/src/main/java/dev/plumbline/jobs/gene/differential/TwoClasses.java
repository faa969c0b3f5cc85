package dev.plumbline.jobs.gene.differential;

import dev.plumbline.jobs.gene.input.InputException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The two classes that are compared: how much higher is {@code one} than {@code other}?
 *
 * @param members by sample, whether it is of class {@code one}; every sample is of one of them
 */
public record TwoClasses(String one, String other, boolean[] members) implements Serializable {
  /**
   * @param labels by sample
   * @throws InputException if the labels are not of these two classes, or a class has fewer than
   *     two samples
   */
  public static TwoClasses of(String one, String other, List<String> labels) throws InputException {
    boolean[] members = new boolean[labels.size()];
    for (int sample = 0; sample < members.length; sample++) {
      String label = labels.get(sample);
      if (!label.equals(one) && !label.equals(other)) {
        throw new InputException(
            "a sample is of class '%s', but %s is compared with %s".formatted(label, one, other));
      }
      members[sample] = label.equals(one);
    }
    TwoClasses classes = new TwoClasses(one, other, members);
    for (boolean side : new boolean[] {true, false}) {
      if (classes.places(side).length < 2) {
        throw new InputException(
            "class '%s' has fewer than two samples".formatted(side ? one : other));
      }
    }
    return classes;
  }

  /** The samples of one class, in order. */
  public int[] places(boolean ofOne) {
    return IntStream.range(0, members.length).filter(index -> members[index] == ofOne).toArray();
  }

  public int smallest() {
    int ofOne = places(true).length;
    return Math.min(ofOne, members.length - ofOne);
  }
}
