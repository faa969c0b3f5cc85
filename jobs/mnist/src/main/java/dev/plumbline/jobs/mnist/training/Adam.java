package dev.plumbline.jobs.mnist.training;

/** The optimiser of Kingma and Ba 2015, algorithm 1. */
final class Adam {
  private static final float MEAN_DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.99f;
  private static final float TINY = 1e-8f;

  private final float[] means;
  private final float[] squares;
  private double meanBias = 1;
  private double squareBias = 1;

  Adam(int weights) {
    means = new float[weights];
    squares = new float[weights];
  }

  /**
   * Changes the weights.
   *
   * @param rate how far a weight moves when its gradient keeps its sign
   */
  void step(float[] weights, float[] gradient, double rate) {
    meanBias *= MEAN_DECAY;
    squareBias *= SQUARE_DECAY;
    float scaled = (float) (rate * Math.sqrt(1 - squareBias) / (1 - meanBias));
    move(weights, means, squares, gradient, scaled);
  }

  private static void move(
      float[] weights, float[] means, float[] squares, float[] gradient, float rate) {
    for (int i = 0; i < weights.length; i++) {
      means[i] = MEAN_DECAY * means[i] + (1 - MEAN_DECAY) * gradient[i];
      squares[i] = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * gradient[i] * gradient[i];
      weights[i] -= rate * means[i] / ((float) Math.sqrt(squares[i]) + TINY);
    }
  }
}
