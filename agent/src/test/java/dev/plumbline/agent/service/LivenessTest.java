package dev.plumbline.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private static final long SECOND = 1_000_000_000;
  private final AtomicLong now = new AtomicLong();
  private final AtomicLong beats = new AtomicLong();

  private Liveness of(Thread... threads) {
    return new Liveness(List.of(threads), beats::get, Duration.ofSeconds(10), now::get);
  }

  @Test
  void isWellWhileTheLoopTurns() {
    Liveness liveness = of();
    for (int i = 0; i < 5; i++) {
      now.addAndGet(9 * SECOND);
      beats.incrementAndGet();
      assertThat(liveness.getAsBoolean()).isTrue();
    }
  }

  @Test
  void isNotWellOnceTheLoopStandsStill() {
    Liveness liveness = of();
    now.addAndGet(9 * SECOND);
    assertThat(liveness.getAsBoolean()).isTrue();
    now.addAndGet(2 * SECOND);
    assertThat(liveness.getAsBoolean()).isFalse();
    beats.incrementAndGet();
    assertThat(liveness.getAsBoolean()).isTrue();
  }

  @Test
  void isNotWellWithoutOneOfItsThreads() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Liveness liveness = of(thread);
    assertThat(liveness.getAsBoolean()).isTrue();
    end.countDown();
    thread.join();
    assertThat(liveness.getAsBoolean()).isFalse();
  }

  @Test
  void systemdSaysHowSoonItWantsToHear() {
    assertThat(Watchdog.within(Optional.of("60000000"))).contains(Duration.ofMinutes(1));
    assertThat(Watchdog.within(Optional.of(""))).isEmpty();
    assertThat(Watchdog.within(Optional.empty())).isEmpty();
  }
}
