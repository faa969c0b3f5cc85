package dev.plumbline.jobs.gene.statistics;

import java.io.Serializable;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Least squares on one design for many genes: what depends on the design alone is done once.
 *
 * <p>Fields are plain arrays, so that an executor gets them cheaply.
 */
public final class LinearModel implements Serializable {
  private static final long serialVersionUID = 1;

  /** Below this share of the largest one, a diagonal element of R means a dependent column. */
  private static final double DEPENDENT = 1e-7;

  private final double[][] design;
  private final double[][] solve;
  private final double[] unscaled;

  private LinearModel(double[][] design, double[][] solve, double[] unscaled) {
    this.design = design;
    this.solve = solve;
    this.unscaled = unscaled;
  }

  /**
   * @param design samples by coefficients
   * @throws DependentColumnException if a column is a combination of the ones before it
   */
  public static LinearModel of(double[][] design) throws DependentColumnException {
    RealMatrix matrix = new Array2DRowRealMatrix(design, true);
    QRDecomposition decomposition = new QRDecomposition(matrix);
    RealMatrix r = decomposition.getR();
    int columns = matrix.getColumnDimension();
    double largest = 0;
    for (int column = 0; column < columns; column++) {
      largest = Math.max(largest, Math.abs(r.getEntry(column, column)));
    }
    for (int column = 0; column < columns; column++) {
      if (Math.abs(r.getEntry(column, column)) <= DEPENDENT * largest) {
        throw new DependentColumnException(column);
      }
    }
    RealMatrix top = r.getSubMatrix(0, columns - 1, 0, columns - 1);
    RealMatrix inverse =
        new QRDecomposition(top).getSolver().solve(MatrixUtils.createRealIdentityMatrix(columns));
    RealMatrix thin =
        decomposition.getQ().getSubMatrix(0, matrix.getRowDimension() - 1, 0, columns - 1);
    RealMatrix solve = inverse.multiply(thin.transpose());
    RealMatrix covariance = inverse.multiply(inverse.transpose());
    double[] unscaled = new double[columns];
    for (int column = 0; column < columns; column++) {
      unscaled[column] = Math.sqrt(covariance.getEntry(column, column));
    }
    return new LinearModel(matrix.getData(), solve.getData(), unscaled);
  }

  /** How many samples there are more than coefficients. */
  public int residualDegrees() {
    return design.length - unscaled.length;
  }

  /** The standard error of a coefficient, as a multiple of the residual standard deviation. */
  public double unscaledError(int coefficient) {
    return unscaled[coefficient];
  }

  /** The coefficients and the residual variance of one gene. */
  public Fit fit(double[] values) {
    double[] coefficients = new double[unscaled.length];
    for (int row = 0; row < coefficients.length; row++) {
      double sum = 0;
      for (int sample = 0; sample < values.length; sample++) {
        sum += solve[row][sample] * values[sample];
      }
      coefficients[row] = sum;
    }
    double squares = 0;
    for (int sample = 0; sample < values.length; sample++) {
      double residual = values[sample];
      for (int column = 0; column < coefficients.length; column++) {
        residual -= design[sample][column] * coefficients[column];
      }
      squares += residual * residual;
    }
    return new Fit(coefficients, squares / residualDegrees());
  }

  /** A fit of one gene. */
  public record Fit(double[] coefficients, double variance) {}

  /** A column of the design that says nothing new. */
  public static final class DependentColumnException extends Exception {
    private static final long serialVersionUID = 1;
    private final int column;

    DependentColumnException(int column) {
      super("column " + column + " depends on the columns before it");
      this.column = column;
    }

    public int column() {
      return column;
    }
  }
}
