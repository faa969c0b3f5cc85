package dev.plumbline.jobs.mnist.training;

import dev.plumbline.jobs.mnist.data.Digits;
import dev.plumbline.jobs.mnist.net.Block;
import java.util.Random;

/**
 * Every sixth digit of the training set: the smallest part that a rank can have. Each batch takes
 * one block of it, in an order that changes with the epoch.
 */
final class Stripe {
  private final Digits digits;
  private final int first;
  private final int step;
  private final int[] order;
  private final int furthest;
  private final long seed;
  private Random random = new Random(0);

  /**
   * @param digits in which every {@code step}-th is of this stripe, beginning with {@code first}
   * @param size how many digits it has
   * @param furthest by how many pixels at most a digit is moved, each time anew, in x and in y
   * @param seed of this stripe
   */
  Stripe(Digits digits, int first, int step, int size, int furthest, long seed) {
    this.digits = digits;
    this.first = first;
    this.step = step;
    this.furthest = furthest;
    this.seed = seed;
    order = new int[size];
  }

  /** Shuffles, from the seed and the epoch alone. */
  void begin(int epoch) {
    random = new Random(seed * 1_000 + epoch);
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  /** Fills a block with the digits of batch {@code batch} of the epoch. */
  void fill(Block block, int batch) {
    for (int place = 0; place < Block.SIZE; place++) {
      int index = first + step * order[batch * Block.SIZE + place];
      block.set(place, digits.image(index), digits.label(index), move(), move());
    }
  }

  private int move() {
    return furthest == 0 ? 0 : random.nextInt(2 * furthest + 1) - furthest;
  }
}
