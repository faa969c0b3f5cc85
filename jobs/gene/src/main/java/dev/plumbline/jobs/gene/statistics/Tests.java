package dev.plumbline.jobs.gene.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Student's t as a test. */
public final class Tests {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private Tests() {}

  /**
   * A statistic and how likely it is by chance alone.
   *
   * @param t not a number where both groups are constant and equal
   * @param degrees of freedom
   * @param p two-sided
   */
  public record Test(double t, double degrees, double p) {}

  /**
   * The two-sided p value of a t statistic.
   *
   * @param degrees of freedom; infinite for the normal distribution
   */
  public static double twoSided(double t, double degrees) {
    if (Double.isNaN(t)) {
      return 1;
    }
    double below = -Math.abs(t);
    return 2
        * (Double.isInfinite(degrees)
            ? NORMAL.cumulativeProbability(below)
            : new TDistribution(degrees).cumulativeProbability(below));
  }

  /**
   * Welch's test of a difference of means: B. L. Welch, Biometrika 34 (1947), 28-35, with the
   * degrees of freedom of Satterthwaite.
   */
  public static Test welch(Moments one, Moments other) {
    double squareOne = one.variance() / one.count();
    double squareOther = other.variance() / other.count();
    double square = squareOne + squareOther;
    double t = (one.mean() - other.mean()) / Math.sqrt(square);
    double degrees =
        square
            * square
            / (squareOne * squareOne / (one.count() - 1)
                + squareOther * squareOther / (other.count() - 1));
    return new Test(t, degrees, twoSided(t, degrees));
  }
}
