package dev.plumbline.jobs.gene.statistics;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealVector;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Least squares with a natural cubic spline of four degrees of freedom, its knots at the ends and
 * at the thirds of the data: T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical
 * Learning (2009), equations 5.4 and 5.5.
 */
final class NaturalSpline {
  private static final int KNOTS = 4;

  private NaturalSpline() {}

  /**
   * @param values fitted, at the places of the data
   * @param residualVariance squares of the residuals over their degrees of freedom
   */
  record Fitted(double[] values, double residualVariance) {}

  /** Fits y over x; with fewer than four different x, a constant. */
  static Fitted fit(double[] x, double[] y) {
    double[] knots = knots(x);
    boolean distinct = Arrays.stream(knots).distinct().count() == KNOTS;
    double[][] basis = new double[x.length][];
    for (int row = 0; row < x.length; row++) {
      basis[row] = distinct ? basis(knots, x[row]) : new double[] {1};
    }
    Array2DRowRealMatrix design = new Array2DRowRealMatrix(basis, false);
    RealVector coefficients =
        new QRDecomposition(design).getSolver().solve(new ArrayRealVector(y, false));
    double[] fitted = design.operate(coefficients).toArray();
    double squares = 0;
    for (int row = 0; row < y.length; row++) {
      squares += (y[row] - fitted[row]) * (y[row] - fitted[row]);
    }
    return new Fitted(fitted, squares / (y.length - coefficients.getDimension()));
  }

  private static double[] knots(double[] x) {
    Percentile quantiles = new Percentile().withEstimationType(EstimationType.R_7);
    quantiles.setData(x);
    return new double[] {
      Arrays.stream(x).min().orElseThrow(),
      quantiles.evaluate(100.0 / 3),
      quantiles.evaluate(200.0 / 3),
      Arrays.stream(x).max().orElseThrow()
    };
  }

  /** The data are taken to the unit interval first: the same splines, better conditioned. */
  private static double[] basis(double[] knots, double x) {
    double first = knots[0];
    double width = knots[KNOTS - 1] - first;
    double[] at = Arrays.stream(knots).map(knot -> (knot - first) / width).toArray();
    double place = (x - first) / width;
    double last = bend(at, KNOTS - 2, place);
    return new double[] {1, place, bend(at, 0, place) - last, bend(at, 1, place) - last};
  }

  private static double bend(double[] knots, int index, double x) {
    double end = knots[KNOTS - 1];
    return (cube(x - knots[index]) - cube(x - end)) / (end - knots[index]);
  }

  private static double cube(double x) {
    return x > 0 ? x * x * x : 0;
  }
}
