package dev.plumbline.controller.job.content;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Pieces of different contents, taken in side by side: each that ends a content waits until the
 * disk has it, and a disk makes many safe in about the time of one.
 */
public final class Pieces {
  private static final int AT_ONCE = 32;

  private Pieces() {}

  /** Takes in a piece, and says how much is here now of its content, bytes. */
  @FunctionalInterface
  public interface Piece {
    long put() throws ContentException;
  }

  /**
   * Takes in all of them that can be.
   *
   * @param pieces no two of one content
   * @return how much is here now of the last one's content, bytes
   * @throws ContentException if any does not fit its hash, or there is no room
   */
  public static long put(List<Piece> pieces) throws ContentException, InterruptedException {
    if (pieces.size() == 1) {
      return pieces.getFirst().put();
    }
    Semaphore room = new Semaphore(AT_ONCE);
    List<Future<Long>> all = new ArrayList<>();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Piece piece : pieces) {
        room.acquire();
        all.add(
            each.submit(() -> {
              try {
                return piece.put();
              } finally {
                room.release();
              }
            }));
      }
    }
    long kept = 0;
    for (Future<Long> one : all) {
      kept = result(one);
    }
    return kept;
  }

  private static long result(Future<Long> one) throws ContentException, InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ContentException wrong) {
        throw wrong;
      }
      throw new IllegalStateException("a content could not be taken in", e);
    }
  }
}
