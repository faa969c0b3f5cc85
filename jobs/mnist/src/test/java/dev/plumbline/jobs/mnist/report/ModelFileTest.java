package dev.plumbline.jobs.mnist.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.jobs.mnist.net.Block;
import dev.plumbline.jobs.mnist.net.Network;
import dev.plumbline.jobs.mnist.net.Shape;
import dev.plumbline.jobs.mnist.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final Shape SHAPE = new Shape(2, 3, 5);

  @TempDir Path folder;

  @Test
  void givesTheSameAnswersWhenReadAgain() {
    Network network = new Network(SHAPE);
    float[] weights = network.initialWeights(1);
    network.load(weights);
    Path file = folder.resolve("model.bin");
    ModelFile.write(file, SHAPE, weights);
    Block block = new Block();
    byte[] image = new byte[Block.SIDE * Block.SIDE];
    Arrays.fill(image, (byte) 100);
    for (int place = 0; place < Block.SIZE; place++) {
      block.set(place, image, 0, 0, 0);
    }
    assertThat(ModelFile.read(file).shape()).isEqualTo(SHAPE);
    assertThat(ModelFile.read(file).classify(block)[3]).isEqualTo(network.classify(block)[3]);
  }

  @Test
  void refusesAnotherFileAndACutOne() throws IOException {
    Path file = folder.resolve("model.bin");
    ModelFile.write(file, SHAPE, new Network(SHAPE).initialWeights(1));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 4));
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("should hold 510 weights");
    Files.writeString(file, "something else that is long enough");
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is no model of this program");
  }
}
