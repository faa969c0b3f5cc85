package dev.plumbline.jobs.mnist.net;

import java.util.Arrays;

/** What is done to matrices besides multiplying them. */
final class Rows {
  private Rows() {}

  static void clear(float[][] rows) {
    for (float[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** {@code to = fromᵀ}. Four rows at a time: each row of {@code to} is fetched once for four. */
  static void transpose(float[][] from, float[][] to) {
    int i = 0;
    for (; i + 4 <= from.length; i += 4) {
      transposeFour(from[i], from[i + 1], from[i + 2], from[i + 3], to, i);
    }
    for (; i < from.length; i++) {
      for (int j = 0; j < to.length; j++) {
        to[j][i] = from[i][j];
      }
    }
  }

  private static void transposeFour(
      float[] a, float[] b, float[] c, float[] d, float[][] to, int i) {
    for (int j = 0; j < to.length; j++) {
      float[] row = to[j];
      row[i] = a[j];
      row[i + 1] = b[j];
      row[i + 2] = c[j];
      row[i + 3] = d[j];
    }
  }

  /** Negative values become 0. */
  static void rectify(float[][] rows) {
    for (float[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.max(row[j], 0);
      }
    }
  }

  /** The gradient of {@link #rectify}: it becomes 0 where the rectified value is 0. */
  static void rectifyGradient(float[][] gradient, float[][] rectified) {
    for (int i = 0; i < gradient.length; i++) {
      rectifyGradient(gradient[i], rectified[i]);
    }
  }

  private static void rectifyGradient(float[] gradient, float[] rectified) {
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] *= Math.signum(rectified[j]);
    }
  }
}
