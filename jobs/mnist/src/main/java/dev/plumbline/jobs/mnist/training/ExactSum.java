package dev.plumbline.jobs.mnist.training;

import dev.plumbline.jobs.mnist.net.BlockResult;
import dev.plumbline.jobs.mnist.ranks.Communicator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * The gradient of a batch, added up from its blocks in whole units of 2⁻²⁰.
 *
 * <p>A sum of floats depends on the order of its terms, and MPI promises none. Integers have no
 * such trouble, and travel in the same four bytes. A block's share is kept to ±{@value #LIMIT}
 * units, so that six of them cannot overflow; only a training that has already gone astray comes
 * near.
 */
final class ExactSum {
  /** Units in 1. */
  private static final float UNITS = 1 << 20;

  private static final int LIMIT = Integer.MAX_VALUE / Share.STRIPES;
  private static final double LOSS_UNITS = 1 << 16;

  private final int[] sums;
  private final IntBuffer wire;
  private final int weights;

  /**
   * @param weights how many the net has. The loss and the number of correct digits travel behind
   */
  ExactSum(int weights) {
    this.weights = weights;
    sums = new int[weights + 2];
    wire =
        ByteBuffer.allocateDirect(sums.length * Integer.BYTES)
            .order(ByteOrder.nativeOrder())
            .asIntBuffer();
  }

  void clear() {
    Arrays.fill(sums, 0);
  }

  void add(float[] gradient, BlockResult result) {
    addGradient(sums, gradient);
    sums[weights] += (int) Math.min(Math.round(result.loss() * LOSS_UNITS), LIMIT);
    sums[weights + 1] += result.correct();
  }

  private static void addGradient(int[] sums, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      int units = Math.round(gradient[i] * UNITS);
      sums[i] += Math.max(-LIMIT, Math.min(LIMIT, units));
    }
  }

  /** Adds what the other ranks have. */
  void reduce(Communicator ranks) {
    if (ranks.size() > 1) {
      wire.clear().put(sums);
      ranks.sum(wire);
      wire.clear().get(sums);
    }
  }

  /** Writes the mean gradient of the digits of a batch. */
  void meanGradient(float[] mean) {
    float scale = 1 / (UNITS * Share.BATCH);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = sums[i] * scale;
    }
  }

  /** The sum of the losses of the batch, and how many digits were correct. */
  BlockResult result() {
    return new BlockResult(sums[weights] / LOSS_UNITS, sums[weights + 1]);
  }
}
