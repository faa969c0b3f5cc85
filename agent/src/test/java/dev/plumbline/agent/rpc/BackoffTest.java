package dev.plumbline.agent.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void pausesAreRandomBelowABoundThatDoublesUpToTheCap() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      Backoff backoff = new Backoff(random);
      backoff.cap(Duration.ofSeconds(1));
      long bound = 200;
      for (int attempt = 0; attempt < 10; attempt++) {
        assertThat(backoff.next()).isBetween(Duration.ZERO, Duration.ofMillis(bound));
        bound = Math.min(1000, bound * 2);
      }
    }
  }

  @Test
  void agentsThatLostTheirControllerTogetherComeBackApart() {
    assertThat(
            java.util.stream.LongStream.range(0, 50)
                .mapToObj(seed -> new Backoff(new Random(seed * 7919)).next())
                .distinct())
        .hasSizeGreaterThan(25);
  }

  @Test
  void aSessionStartsItAnew() {
    Backoff backoff = new Backoff(new Random(1));
    for (int i = 0; i < 10; i++) {
      backoff.next();
    }
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(200));
  }
}
