package dev.plumbline.jobs.gene.matrix;

/** Logarithms to base 2. */
final class Logarithm {
  private static final double LOG_2 = Math.log(2);

  private Logarithm() {}

  static double base2(double value) {
    return Math.log(value) / LOG_2;
  }
}
