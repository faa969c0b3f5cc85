package dev.plumbline.jobs.mnist.net;

import java.util.Arrays;

/** The second convolution: from 12 × 12 places to 4 × 4. */
final class Convolution {
  /** Places in a row of the output, and rows. */
  static final int PLACES = 4;

  private static final int KERNEL = 5;
  private static final int TAPS = KERNEL * KERNEL;
  private static final int RUN = PLACES * Block.SIZE;
  private static final int LANES = PLACES * RUN;

  /** [channel][input channel and tap], the bias last. */
  final float[][] weights;

  final float[][] gradient;

  /** [channel][place and digit]. */
  final float[][] out;

  /** The gradient of its input, shaped like {@link PixelConvolution#out}. */
  final float[][][] gradientIn;

  /** [input channel and tap][place and digit]. */
  private final float[][] inputs;

  private final float[][] inputsTransposed;
  private final float[][] gradientInputs;
  private final Kernel kernel;

  Convolution(int inputChannels, int channels, Kernel kernel) {
    this.kernel = kernel;
    int width = inputChannels * TAPS;
    weights = new float[channels][width + 1];
    gradient = new float[channels][width + 1];
    out = new float[channels][LANES];
    gradientIn =
        new float[PixelConvolution.PLACES][inputChannels][PixelConvolution.PLACES * Block.SIZE];
    inputs = new float[width + 1][LANES];
    inputsTransposed = new float[LANES][width + 1];
    gradientInputs = new float[width][LANES];
    Arrays.fill(inputs[width], 1);
  }

  void forward(float[][][] in) {
    for (int i = 0; i < gradientInputs.length; i++) {
      int tap = i % TAPS;
      for (int y = 0; y < PLACES; y++) {
        float[] from = in[2 * y + tap / KERNEL][i / TAPS];
        System.arraycopy(from, position(tap % KERNEL), inputs[i], y * RUN, RUN);
      }
    }
    Rows.clear(out);
    kernel.addProduct(out, weights, inputs);
    Rows.rectify(out);
  }

  /** Where the places begin that a tap reads: the even places of a row come before the odd ones. */
  private static int position(int tap) {
    return (tap % 2 * (PixelConvolution.PLACES / 2) + tap / 2) * Block.SIZE;
  }

  /**
   * Adds to the gradient of the weights, and computes that of the input.
   *
   * @param gradientOut shaped like {@code out}; the gradient before the rectifier is left in it
   */
  void backward(float[][] gradientOut) {
    Rows.rectifyGradient(gradientOut, out);
    Rows.transpose(inputs, inputsTransposed);
    kernel.addProduct(gradient, gradientOut, inputsTransposed);
    Rows.clear(gradientInputs);
    kernel.addTransposedProduct(gradientInputs, weights, gradientOut);
    collect();
  }

  private void collect() {
    for (float[][] rows : gradientIn) {
      Rows.clear(rows);
    }
    for (int i = 0; i < gradientInputs.length; i++) {
      int tap = i % TAPS;
      for (int y = 0; y < PLACES; y++) {
        float[] to = gradientIn[2 * y + tap / KERNEL][i / TAPS];
        addRun(to, position(tap % KERNEL), gradientInputs[i], y * RUN);
      }
    }
  }

  private static void addRun(float[] to, int at, float[] from, int start) {
    for (int j = 0; j < RUN; j++) {
      to[at + j] += from[start + j];
    }
  }
}
