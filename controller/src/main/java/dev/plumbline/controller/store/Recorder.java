package dev.plumbline.controller.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one thread that uses the store. Callers never wait for a disk: what they hand in while a
 * transaction is being written goes into the next one together.
 */
public final class Recorder implements AutoCloseable {
  private static final int LARGEST_BATCH = 1_000;

  private final Store store;
  private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  private record Work(Consumer<Store> write, CompletableFuture<Void> done, boolean last) {}

  public Recorder(Store store) {
    this.store = store;
    this.thread = Thread.ofPlatform().name("recorder").start(this::drain);
  }

  /**
   * Writes, in the order of the calls.
   *
   * @return complete when the disk has it; exceptionally with a {@link StoreException} if it has
   *     not
   */
  public CompletableFuture<Void> write(Consumer<Store> write) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    queue.add(new Work(write, done, false));
    return done;
  }

  /** Reads what all earlier calls have written. */
  public <T> CompletableFuture<T> read(Function<Store, T> read) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    write(store -> answer.complete(read.apply(store)))
        .exceptionally(failure -> {
          answer.completeExceptionally(failure);
          return null;
        });
    return answer;
  }

  private void drain() {
    boolean more = true;
    while (more) {
      List<Work> batch = new ArrayList<>();
      try {
        batch.add(queue.take());
      } catch (InterruptedException _) {
        return;
      }
      queue.drainTo(batch, LARGEST_BATCH);
      more = batch.stream().noneMatch(Work::last);
      write(batch);
    }
    store.close();
  }

  private void write(List<Work> batch) {
    try {
      store.inTransaction(() -> batch.forEach(work -> work.write().accept(store)));
      batch.forEach(work -> work.done().complete(null));
    } catch (RuntimeException e) {
      if (batch.size() == 1) {
        batch.getFirst().done().completeExceptionally(e);
      } else {
        // One bad piece of work must not take the others with it.
        batch.forEach(work -> write(List.of(work)));
      }
    }
  }

  /** Writes what was handed in before, then closes the store. */
  @Override
  public void close() {
    queue.add(new Work(_ -> {}, new CompletableFuture<>(), true));
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
