package dev.plumbline.lab.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One thing for many at once, a thread for each. */
public final class Parallel {
  private Parallel() {}

  /** Returns when all have ended; the Problems of all that failed become one. */
  public static <T> void each(List<T> items, Consumer<T> work) {
    List<String> problems = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (T item : items) {
        all.add(threads.submit(() -> work.accept(item)));
      }
      for (Future<?> one : all) {
        try {
          one.get();
        } catch (ExecutionException e) {
          if (e.getCause() instanceof LabProblem problem) {
            problems.add(String.valueOf(problem.getMessage()));
          } else {
            throw new IllegalStateException(e.getCause());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabProblem("interrupted", e);
    }
    if (!problems.isEmpty()) {
      throw new LabProblem(String.join("\n", problems));
    }
  }
}
