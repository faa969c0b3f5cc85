package dev.plumbline.jobs.gene.classification;

import java.io.Serializable;

/**
 * A gene as one training set sees it.
 *
 * @param strength the absolute t statistic
 * @param meanOne mean of class one
 * @param meanOther mean of the other class
 * @param variance within the classes
 */
record Marker(String id, double strength, double meanOne, double meanOther, double variance)
    implements Comparable<Marker>, Serializable {
  /** The strongest first; equal ones by name, so that the order never depends on the executors. */
  @Override
  public int compareTo(Marker other) {
    int byStrength = Double.compare(other.strength, strength);
    return byStrength != 0 ? byStrength : id.compareTo(other.id);
  }

  /** How much nearer a value is to class one than to the other, in squared standard deviations. */
  double speaksForOne(double value) {
    double toOne = value - meanOne;
    double toOther = value - meanOther;
    return (toOther * toOther - toOne * toOne) / variance;
  }
}
