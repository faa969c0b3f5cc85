package dev.plumbline.jobs.gene.matrix;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Logarithms to base 2, nearly always the double that is nearest to the true value. A quotient of
 * natural logarithms is not, and where logarithms are ranked, as edgeR ranks sums of them, their
 * last bits tell which are equal.
 *
 * <p>The logarithm of {@code 2^e * m} is {@code e - log2(i) + log2(1 + (m * i - 1))}, where {@code
 * i} is near {@code 1/m} and has so few bits that {@code m * i - 1} is known exactly but for one
 * rounding, and {@code log2(i)} stands in a table as a sum of two doubles.
 */
public final class Logarithm {
  private static final int CELLS = 128;
  private static final int INVERSE_UNIT = 1024;
  private static final int HIGH_BITS = 40;
  private static final int BITS = 80;
  private static final int FRACTION_BITS = 52;
  private static final int CELL_BITS = 7;
  private static final int TERMS = 9;
  private static final long FRACTION = (1L << FRACTION_BITS) - 1;
  private static final long LOWER_HALF = (1L << (FRACTION_BITS / 2)) - 1;
  private static final double LOG_2 = Math.log(2);
  private static final double[] INVERSES = new double[CELLS];
  private static final double[] HIGH = new double[CELLS];
  private static final double[] LOW = new double[CELLS];

  static {
    for (int cell = 0; cell < CELLS; cell++) {
      // From 1 to 1/2 exactly, so that nothing cancels on either side of 1.
      double inverse = Math.rint(INVERSE_UNIT / (1 + cell / (CELLS - 1.0))) / INVERSE_UNIT;
      INVERSES[cell] = inverse;
      tabulate(cell, BigDecimal.ONE.divide(new BigDecimal(inverse), new MathContext(BITS)));
    }
  }

  private Logarithm() {}

  /** Bit by bit: squaring a number moves the next bit of its logarithm before the point. */
  private static void tabulate(int cell, BigDecimal number) {
    BigDecimal two = BigDecimal.valueOf(2);
    BigDecimal rest = number;
    for (int bit = 0; bit <= BITS; bit++) {
      if (rest.compareTo(two) >= 0) {
        rest = rest.divide(two);
        double[] part = bit <= HIGH_BITS ? HIGH : LOW;
        part[cell] += Math.scalb(1.0, -bit);
      }
      rest = rest.multiply(rest, new MathContext(BITS));
    }
  }

  /**
   * @param value positive, finite and not subnormal
   */
  public static double base2(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int cell = (int) (bits >> (FRACTION_BITS - CELL_BITS)) & (CELLS - 1);
    long ofMantissa = (bits & FRACTION) | Double.doubleToRawLongBits(1);
    double mantissa = Double.longBitsToDouble(ofMantissa);
    double upper = Double.longBitsToDouble(ofMantissa & ~LOWER_HALF);
    double inverse = INVERSES[cell];
    double rest = (upper * inverse - 1) + (mantissa - upper) * inverse;
    double series = 0;
    for (int term = TERMS; term > 0; term--) {
      series = 1.0 / term - rest * series;
    }
    return Math.getExponent(value) + HIGH[cell] + (LOW[cell] + rest * series / LOG_2);
  }
}
