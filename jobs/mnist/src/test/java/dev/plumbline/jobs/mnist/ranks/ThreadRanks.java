package dev.plumbline.jobs.mnist.ranks;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Ranks that are threads of this process. */
public final class ThreadRanks {
  private final CyclicBarrier barrier;
  private final IntBuffer[] values;
  private final String[] lines;

  private ThreadRanks(int size) {
    barrier = new CyclicBarrier(size);
    values = new IntBuffer[size];
    lines = new String[size];
  }

  /** Runs the same on every rank; what each returned, by rank. */
  public static <T> List<T> run(int size, Function<Communicator, T> program)
      throws InterruptedException, ExecutionException {
    ThreadRanks ranks = new ThreadRanks(size);
    try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int rank = 0; rank < size; rank++) {
        Communicator communicator = ranks.new Rank(rank);
        tasks.add(() -> program.apply(communicator));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }

  private void await() {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Rank implements Communicator {
    private final int rank;

    Rank(int rank) {
      this.rank = rank;
    }

    @Override
    public int rank() {
      return rank;
    }

    @Override
    public int size() {
      return values.length;
    }

    /** From the last rank to the first: no order is promised. */
    @Override
    public void sum(IntBuffer own) {
      values[rank] = own;
      await();
      int[] sum = new int[own.capacity()];
      for (int other = values.length - 1; other >= 0; other--) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += values[other].get(i);
        }
      }
      await();
      own.clear().put(sum);
    }

    @Override
    public List<String> gather(String line) {
      lines[rank] = line;
      await();
      List<String> all = rank == 0 ? Arrays.stream(lines).toList() : List.of();
      await();
      return all;
    }

    @Override
    public void leave() {
      await();
    }
  }
}
