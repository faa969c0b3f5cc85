package dev.plumbline.controller;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that is done at the same time as the rest of the start. */
final class Aside<T> {
  private final FutureTask<T> task;

  private Aside(FutureTask<T> task) {
    this.task = task;
  }

  /** What is to be done. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws StartException;
  }

  static <T> Aside<T> start(Work<T> work) {
    FutureTask<T> task = new FutureTask<>(work::run);
    Thread.ofPlatform().name("start").start(task);
    return new Aside<>(task);
  }

  /** Waits for the result. */
  T get() throws StartException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StartException failure
          ? failure
          : new StartException("it broke off: " + Optional.ofNullable(e.getCause()).orElse(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("it was interrupted", e);
    }
  }
}
