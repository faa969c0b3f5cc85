package dev.plumbline.controller.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private final Lease lease = new Lease();
  private final List<String> order = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  /** Waits for the lease in a thread of its own, and says when it was told of the holder. */
  private Thread want(String who) throws InterruptedException {
    CountDownLatch waits = new CountDownLatch(1);
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                lease.acquire(
                    who,
                    holder -> {
                      told.add(who + " waits for " + holder);
                      waits.countDown();
                    });
                order.add(who);
                lease.release();
              } catch (InterruptedException _) {
                order.add(who + " left");
              }
            });
    waits.await();
    return thread;
  }

  @Test
  void isFreeForTheFirst() throws InterruptedException {
    lease.acquire("first", told::add);

    assertThat(told).isEmpty();
  }

  @Test
  void theOthersWaitInTheirOrderAndAreToldForWhom() throws InterruptedException {
    lease.acquire("first", told::add);
    Thread second = want("second");
    Thread third = want("third");

    assertThat(told).containsExactly("second waits for first", "third waits for first");
    lease.release();
    second.join();
    third.join();
    assertThat(order).containsExactly("second", "third");
  }

  @Test
  void whoLeavesTheQueueHoldsUpNobody() throws InterruptedException {
    lease.acquire("first", told::add);
    Thread second = want("second");
    Thread third = want("third");

    second.interrupt();
    second.join();
    lease.release();
    third.join();

    assertThat(order).containsExactly("second left", "third");
  }
}
