package dev.plumbline.jobs.mnist.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.jobs.mnist.net.BlockResult;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  private final ExactSum sum = new ExactSum(2);
  private final float[] mean = new float[2];

  @Test
  void isTheMeanOverABatch() {
    sum.add(new float[] {96, -0.5f}, new BlockResult(2.5, 3));
    sum.add(new float[] {0, 0.25f}, new BlockResult(1, 4));
    sum.meanGradient(mean);
    assertThat(mean[0]).isEqualTo(1);
    assertThat(mean[1]).isCloseTo(-0.25f / 96, within(1e-8f));
    assertThat(sum.result()).isEqualTo(new BlockResult(3.5, 7));
  }

  @Test
  void doesNotOverflow() {
    for (int stripe = 0; stripe < Share.STRIPES; stripe++) {
      sum.add(new float[] {1e9f, -1e9f}, new BlockResult(1e9, 0));
    }
    sum.meanGradient(mean);
    assertThat(mean[0]).isPositive();
    assertThat(mean[1]).isNegative();
    assertThat(sum.result().loss()).isPositive();
  }

  @Test
  void beginsAnew() {
    sum.add(new float[] {1, 1}, new BlockResult(1, 1));
    sum.clear();
    sum.meanGradient(mean);
    assertThat(mean).containsOnly(0);
    assertThat(sum.result()).isEqualTo(new BlockResult(0, 0));
  }
}
