package dev.plumbline.controller.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Only one apply at a time; the others wait in the order in which they came. */
public final class Lease {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Deque<Object> queue = new ArrayDeque<>();
  private @Nullable String holder;

  /** Who holds it; empty if nobody does. */
  public Optional<String> holder() {
    lock.lock();
    try {
      return Optional.ofNullable(holder);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the lease is free, and takes it.
   *
   * @param who who wants it, since when, what for
   * @param held receives the holder each time that there is another one to wait for
   */
  public void acquire(String who, Consumer<String> held) throws InterruptedException {
    Object place = new Object();
    lock.lockInterruptibly();
    try {
      queue.addLast(place);
      String told = "";
      while (holder != null || !place.equals(queue.peekFirst())) {
        String now = holder;
        if (now != null && !now.equals(told)) {
          told = now;
          held.accept(now);
        }
        moved.await();
      }
      holder = who;
    } finally {
      queue.remove(place);
      moved.signalAll();
      lock.unlock();
    }
  }

  public void release() {
    lock.lock();
    try {
      holder = null;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
