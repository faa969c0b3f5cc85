package dev.plumbline.jobs.mnist.training;

import dev.plumbline.jobs.mnist.net.Block;
import dev.plumbline.jobs.mnist.problem.Problem;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which part of the training set belongs to a rank: whole stripes, as many as to every other rank.
 *
 * @param rank from 0
 * @param ranks a divisor of {@value #STRIPES}
 */
public record Share(int rank, int ranks) {
  /** How many stripes the training set has; a batch has one block of each. */
  public static final int STRIPES = 6;

  /** How many digits a batch has, on all ranks together. */
  public static final int BATCH = STRIPES * Block.SIZE;

  public Share {
    if (ranks < 1 || STRIPES % ranks != 0) {
      throw new Problem(
          "a batch of %d digits cannot be shared by %d ranks; start 1, 2, 3 or 6"
              .formatted(BATCH, ranks));
    }
  }

  /** The numbers of its stripes. */
  List<Integer> stripes() {
    int count = STRIPES / ranks;
    return IntStream.range(rank * count, (rank + 1) * count).boxed().toList();
  }

  /** Whether the digit with this index in the files belongs to it. */
  public boolean contains(int index) {
    return index % STRIPES * ranks / STRIPES == rank;
  }
}
