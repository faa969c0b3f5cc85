package dev.plumbline.jobs.mnist.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the definition, in double precision; sizes on and off the tiles of four. */
class RowKernelTest {
  private final Random random = new Random(1);
  private final Kernel kernel = new RowKernel();

  @ParameterizedTest
  @CsvSource({"4,4,64", "8,26,192", "5,7,3", "3,2,33", "1,1,1", "6,201,17"})
  void addsProducts(int rows, int inner, int width) {
    float[][] sum = matrix(rows, width);
    float[][] factor = matrix(rows, inner);
    float[][] right = matrix(inner, width);
    double[][] expected = product(sum, factor, right);
    kernel.addProduct(sum, factor, right);
    assertClose(sum, expected);
  }

  @ParameterizedTest
  @CsvSource({"4,4,64", "200,16,256", "5,7,3", "3,2,33", "1,1,1", "7,6,17"})
  void addsTransposedProducts(int rows, int inner, int width) {
    float[][] sum = matrix(rows, width);
    float[][] factor = matrix(rows, inner);
    float[][] right = matrix(inner, width);
    double[][] expected = product(sum, factor, right);
    float[][] transposed = new float[inner][rows];
    Rows.transpose(factor, transposed);
    kernel.addTransposedProduct(sum, transposed, right);
    assertClose(sum, expected);
  }

  @ParameterizedTest
  @CsvSource({"8,26,12,192", "2,2,2,1", "4,6,4,37"})
  void addsInnerProducts(int rows, int columns, int terms, int width) {
    float[][] sum = matrix(rows, columns);
    float[][][] left = new float[terms][][];
    float[][][] right = new float[terms][][];
    double[][] expected = new double[rows][columns];
    for (int n = 0; n < terms; n++) {
      left[n] = matrix(rows, width);
      right[n] = matrix(columns, width);
      float[][] rightTransposed = new float[width][columns];
      Rows.transpose(right[n], rightTransposed);
      double[][] term = product(n == 0 ? sum : new float[rows][columns], left[n], rightTransposed);
      for (int i = 0; i < rows; i++) {
        for (int k = 0; k < columns; k++) {
          expected[i][k] += term[i][k];
        }
      }
    }
    kernel.addInnerProducts(sum, left, right);
    assertClose(sum, expected);
  }

  private float[][] matrix(int rows, int columns) {
    float[][] matrix = new float[rows][columns];
    for (float[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextFloat() - 0.5f;
      }
    }
    return matrix;
  }

  private static double[][] product(float[][] sum, float[][] factor, float[][] rows) {
    double[][] product = new double[sum.length][sum[0].length];
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum[0].length; j++) {
        product[i][j] = sum[i][j];
        for (int k = 0; k < rows.length; k++) {
          product[i][j] += (double) factor[i][k] * rows[k][j];
        }
      }
    }
    return product;
  }

  private static void assertClose(float[][] actual, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected[i].length; j++) {
        assertThat((double) actual[i][j]).isCloseTo(expected[i][j], within(1e-4));
      }
    }
  }
}
