package dev.plumbline.jobs.mnist.net;

/** A layer in which every output sees every input. One row for each digit of a block. */
final class Dense {
  /** [output][input], the bias last. */
  final float[][] weights;

  final float[][] gradient;

  /** [digit][output]. */
  final float[][] out;

  /** [digit][input]. */
  final float[][] gradientIn;

  private final float[][] weightsTransposed;
  private final Kernel kernel;

  Dense(int inputs, int outputs, Kernel kernel) {
    this.kernel = kernel;
    weights = new float[outputs][inputs + 1];
    gradient = new float[outputs][inputs + 1];
    weightsTransposed = new float[inputs + 1][outputs];
    out = new float[Block.SIZE][outputs];
    gradientIn = new float[Block.SIZE][inputs + 1];
  }

  /** To be called whenever the weights have changed. */
  void weightsChanged() {
    Rows.transpose(weights, weightsTransposed);
  }

  /**
   * @param in [digit][input], with a 1 behind the last input
   */
  void forward(float[][] in) {
    Rows.clear(out);
    kernel.addProduct(out, in, weightsTransposed);
  }

  /** Adds to the gradient of the weights, and computes that of the input. */
  void backward(float[][] in, float[][] gradientOut) {
    kernel.addTransposedProduct(gradient, gradientOut, in);
    Rows.clear(gradientIn);
    kernel.addProduct(gradientIn, gradientOut, weights);
  }
}
