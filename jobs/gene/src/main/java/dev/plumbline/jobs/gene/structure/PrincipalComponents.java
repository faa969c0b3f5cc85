package dev.plumbline.jobs.gene.structure;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The principal components of the samples.
 *
 * @param scores samples by components; the sign of a component is chosen so that its largest score
 *     is positive
 * @param variances of each component, with the divisor {@code samples - 1}
 * @param shares of each component in the variance of all
 */
public record PrincipalComponents(double[][] scores, double[] variances, double[] shares) {
  /**
   * @param wanted how many components; fewer if there are not as many
   */
  public static PrincipalComponents of(Gram gram, int wanted) {
    int samples = gram.samples();
    double[][] matrix = new double[samples][samples];
    double trace = 0;
    for (int one = 0; one < samples; one++) {
      for (int other = 0; other < samples; other++) {
        matrix[one][other] = gram.product(one, other);
      }
      trace += matrix[one][one];
    }
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix, false));
    int components = Math.min(wanted, samples - 1);
    double[][] scores = new double[samples][components];
    double[] variances = new double[components];
    double[] shares = new double[components];
    for (int component = 0; component < components; component++) {
      double value = Math.max(0, eigen.getEigenvalue(component));
      double[] vector = eigen.getEigenvector(component).toArray();
      double scale = Math.sqrt(value) * sign(vector);
      for (int sample = 0; sample < samples; sample++) {
        scores[sample][component] = vector[sample] * scale;
      }
      variances[component] = value / (samples - 1);
      shares[component] = trace > 0 ? value / trace : 0;
    }
    return new PrincipalComponents(scores, variances, shares);
  }

  private static double sign(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      if (Math.abs(value) > Math.abs(largest)) {
        largest = value;
      }
    }
    return largest < 0 ? -1 : 1;
  }
}
