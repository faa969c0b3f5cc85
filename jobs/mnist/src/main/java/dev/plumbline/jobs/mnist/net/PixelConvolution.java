package dev.plumbline.jobs.mnist.net;

import static dev.plumbline.jobs.mnist.net.Block.SIDE;

import java.util.Arrays;

/**
 * The first convolution: from 28 × 28 pixels to 12 × 12 places.
 *
 * <p>A row of the output holds first the even and then the odd places, because the second
 * convolution reads every second one. To copy its inputs in long runs, a row of pixels is likewise
 * kept by the remainder of x divided by four.
 */
final class PixelConvolution {
  /** Places in a row of the output, and rows. */
  static final int PLACES = 12;

  private static final int KERNEL = 5;
  private static final int TAPS = KERNEL * KERNEL;
  private static final int LANES = PLACES * Block.SIZE;

  /** [channel][tap], the bias last. */
  final float[][] weights;

  final float[][] gradient;

  /** [row][channel][place and digit]. */
  final float[][][] out;

  private final float[] pixels = new float[SIDE * Block.SIZE];

  /** [row of pixels][tap in x][place and digit]. */
  private final float[][][] shifted = new float[2 * PLACES + KERNEL - 2][KERNEL][LANES];

  /** [row of the output][tap][place and digit]: the rows of {@code shifted} that it is made of. */
  private final float[][][] inputs = new float[PLACES][TAPS + 1][];

  private final Kernel kernel;

  PixelConvolution(int channels, Kernel kernel) {
    this.kernel = kernel;
    weights = new float[channels][TAPS + 1];
    gradient = new float[channels][TAPS + 1];
    out = new float[PLACES][channels][LANES];
    float[] ones = new float[LANES];
    Arrays.fill(ones, 1);
    for (int y = 0; y < PLACES; y++) {
      for (int tap = 0; tap < TAPS; tap++) {
        inputs[y][tap] = shifted[2 * y + tap / KERNEL][tap % KERNEL];
      }
      inputs[y][TAPS] = ones;
    }
  }

  void forward(Block block) {
    for (int y = 0; y < shifted.length; y++) {
      read(block, y);
      shift(shifted[y]);
    }
    for (int y = 0; y < PLACES; y++) {
      Rows.clear(out[y]);
      kernel.addProduct(out[y], weights, inputs[y]);
      Rows.rectify(out[y]);
    }
  }

  private void read(Block block, int y) {
    for (int digit = 0; digit < Block.SIZE; digit++) {
      for (int x = 0; x < SIDE; x++) {
        pixels[position(x) + digit] = block.ink(digit, x, y);
      }
    }
  }

  private void shift(float[][] taps) {
    for (int tap = 0; tap < KERNEL; tap++) {
      System.arraycopy(pixels, position(tap), taps[tap], 0, LANES / 2);
      System.arraycopy(pixels, position(tap + 2), taps[tap], LANES / 2, LANES / 2);
    }
  }

  private static int position(int x) {
    return (x % 4 * (SIDE / 4) + x / 4) * Block.SIZE;
  }

  /**
   * Adds to the gradient of the weights.
   *
   * @param gradientOut shaped like {@code out}; the gradient before the rectifier is left in it
   */
  void backward(float[][][] gradientOut) {
    for (int y = 0; y < PLACES; y++) {
      Rows.rectifyGradient(gradientOut[y], out[y]);
    }
    kernel.addInnerProducts(gradient, gradientOut, inputs);
  }
}
