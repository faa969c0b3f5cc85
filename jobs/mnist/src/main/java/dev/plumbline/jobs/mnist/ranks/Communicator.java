package dev.plumbline.jobs.mnist.ranks;

import java.nio.IntBuffer;
import java.util.List;

/**
 * The ranks of one run, seen from one of them. Every rank makes the same calls in the same order.
 *
 * <p>A process that ends without {@link #leave} has failed, and whoever started the ranks ends the
 * others. So nothing leaves in a {@code finally}.
 */
public interface Communicator {
  /** The longest line that {@link #gather} carries, in bytes of UTF-8. */
  int LONGEST_LINE = 256;

  /** The number of this rank, from 0. */
  int rank();

  /** How many ranks there are. */
  int size();

  /**
   * Replaces each value by the sum of what all ranks have in its place. A sum of integers is the
   * same in whatever order it is made.
   *
   * @param values a direct buffer, equally long on all ranks; all of it, whatever its position
   */
  void sum(IntBuffer values);

  /**
   * Brings one line from every rank to rank 0.
   *
   * @param line at most {@value #LONGEST_LINE} bytes
   * @return on rank 0 the lines by rank, elsewhere an empty list
   */
  List<String> gather(String line);

  /** Leaves the run in good order, when all ranks have come this far. */
  void leave();
}
