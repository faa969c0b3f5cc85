package dev.plumbline.jobs.gene.classification;

import java.io.Serializable;

/** How often samples of each class were told right and wrong. */
public record Confusion(int rightOne, int wrongOne, int rightOther, int wrongOther)
    implements Serializable {
  static final Confusion NONE = new Confusion(0, 0, 0, 0);

  Confusion with(boolean isOne, boolean right) {
    return new Confusion(
        rightOne + (isOne && right ? 1 : 0),
        wrongOne + (isOne && !right ? 1 : 0),
        rightOther + (!isOne && right ? 1 : 0),
        wrongOther + (!isOne && !right ? 1 : 0));
  }

  Confusion plus(Confusion other) {
    return new Confusion(
        rightOne + other.rightOne,
        wrongOne + other.wrongOne,
        rightOther + other.rightOther,
        wrongOther + other.wrongOther);
  }

  public int wrong() {
    return wrongOne + wrongOther;
  }

  public int all() {
    return wrong() + rightOne + rightOther;
  }

  /** The mean of the error rates of both classes: a half for a guess, whatever their sizes. */
  public double balancedError() {
    return (rate(wrongOne, rightOne) + rate(wrongOther, rightOther)) / 2;
  }

  private static double rate(int wrong, int right) {
    return wrong + right == 0 ? 0 : (double) wrong / (wrong + right);
  }
}
