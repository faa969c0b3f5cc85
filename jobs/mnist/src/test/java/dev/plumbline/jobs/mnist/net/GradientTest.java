package dev.plumbline.jobs.mnist.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient against finite differences of the loss, along random directions. */
class GradientTest {
  private static final Shape SHAPE = new Shape(2, 3, 5);

  /** Where each layer's weights begin in the flat array, and where they end. */
  @ParameterizedTest
  @CsvSource({"0,52", "52,205", "205,450", "450,510"})
  void ofEveryLayerIsThatOfTheLoss(int from, int to) {
    Network network = new Network(SHAPE);
    Block block = randomBlock();
    float[] weights = network.initialWeights(3);
    float[] gradient = new float[network.size()];
    network.load(weights);
    network.learn(block, gradient);
    Random random = new Random(from);
    for (int repeat = 0; repeat < 5; repeat++) {
      float[] direction = new float[weights.length];
      double expected = 0;
      for (int i = from; i < to; i++) {
        direction[i] = (float) random.nextGaussian();
        expected += (double) direction[i] * gradient[i];
      }
      float step = 1e-3f;
      double slope =
          (loss(network, block, weights, direction, step)
                  - loss(network, block, weights, direction, -step))
              / (2 * step);
      assertThat(slope).isCloseTo(expected, within(0.02 * Math.abs(expected) + 0.05));
    }
  }

  @Test
  void coversAllWeights() {
    assertThat(new Network(SHAPE).size()).isEqualTo(510);
  }

  @Test
  void doesNotKeepWhatEarlierBlocksLeft() {
    Network network = new Network(SHAPE);
    network.load(network.initialWeights(3));
    float[] once = new float[network.size()];
    float[] twice = new float[network.size()];
    Block block = randomBlock();
    network.learn(block, once);
    network.learn(block, twice);
    assertThat(twice).isEqualTo(once);
  }

  private static double loss(
      Network network, Block block, float[] weights, float[] direction, float step) {
    float[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * direction[i];
    }
    network.load(moved);
    return network.learn(block, new float[network.size()]).loss();
  }

  private static Block randomBlock() {
    Random random = new Random(2);
    Block block = new Block();
    for (int place = 0; place < Block.SIZE; place++) {
      byte[] image = new byte[Block.SIDE * Block.SIDE];
      random.nextBytes(image);
      block.set(place, image, random.nextInt(10), random.nextInt(3) - 1, random.nextInt(3) - 1);
    }
    return block;
  }
}
