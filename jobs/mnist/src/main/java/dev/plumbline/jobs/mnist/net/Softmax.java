package dev.plumbline.jobs.mnist.net;

/** From the last layer's outputs to probabilities, and how wrong they are. */
final class Softmax {
  private Softmax() {}

  /**
   * Turns outputs into probabilities. StrictMath, because Math.exp may differ between machines in
   * the last bit.
   */
  static void probabilities(float[] out) {
    float largest = out[best(out)];
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) StrictMath.exp(out[i] - largest);
      sum += out[i];
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (out[i] / sum);
    }
  }

  /** The index of the largest value; the first of equal ones. */
  static int best(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** The cross-entropy in nats: 0 when all is put on the label. */
  static double loss(float[] probabilities, int label) {
    return -StrictMath.log(Math.max(probabilities[label], Float.MIN_NORMAL));
  }
}
