package dev.plumbline.jobs.mnist.net;

import java.util.Random;

/**
 * Weights to begin with: uniform, with a variance of 2 / inputs, so that rectified outputs are as
 * large as the inputs (He et al. 2015, equation 10). Biases are 0.
 */
final class InitialWeights {
  private InitialWeights() {}

  static void draw(float[][] rows, Random random) {
    for (float[] row : rows) {
      int inputs = row.length - 1;
      double range = Math.sqrt(6.0 / inputs);
      for (int i = 0; i < inputs; i++) {
        row[i] = (float) ((2 * random.nextDouble() - 1) * range);
      }
      row[inputs] = 0;
    }
  }
}
