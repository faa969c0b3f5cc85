package dev.plumbline.jobs.mnist.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.jobs.mnist.data.DigitSet;
import dev.plumbline.jobs.mnist.data.Folder;
import dev.plumbline.jobs.mnist.drawn.DrawDigits;
import dev.plumbline.jobs.mnist.net.Shape;
import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.ranks.Communicator;
import dev.plumbline.jobs.mnist.ranks.SingleProcess;
import dev.plumbline.jobs.mnist.ranks.ThreadRanks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
  private static final int DIGITS = 500;

  @TempDir static Path data;

  @BeforeAll
  static void draw() {
    DrawDigits.write(data, DIGITS, 1, 1);
  }

  /** Bit for bit, which is more than is asked: so no tolerance can hide a fault. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6})
  void learnsTheSameOnAnyNumberOfRanks(int size) throws Exception {
    List<EpochResult> alone = train(new SingleProcess(), plan(1));
    List<List<EpochResult>> shared = ThreadRanks.run(size, ranks -> train(ranks, plan(1)));
    assertThat(shared).hasSize(size);
    for (List<EpochResult> rank : shared) {
      assertThat(rank).extracting(EpochResult::weights).isEqualTo(weights(alone));
      assertThat(rank)
          .extracting(EpochResult::loss)
          .isEqualTo(alone.stream().map(EpochResult::loss).toList());
      assertThat(rank)
          .extracting(EpochResult::accuracy)
          .isEqualTo(alone.stream().map(EpochResult::accuracy).toList());
    }
  }

  @Test
  void repeatsItselfWithTheSameSeedOnly() {
    List<EpochResult> first = train(new SingleProcess(), plan(1));
    assertThat(weights(train(new SingleProcess(), plan(1)))).isEqualTo(weights(first));
    assertThat(weights(train(new SingleProcess(), plan(2))))
        .doesNotContainAnyElementsOf(weights(first));
  }

  @Test
  void learns() {
    List<EpochResult> epochs =
        train(new SingleProcess(), new Plan(new Shape(4, 4, 8), 20, 0.01, 0, 1));
    assertThat(epochs.getLast().loss()).isLessThan(0.8 * epochs.getFirst().loss());
  }

  @Test
  void saysThatItDiverged() {
    Plan wild = new Plan(new Shape(2, 2, 4), 3, 1e30, 0, 1);
    assertThatThrownBy(() -> train(new SingleProcess(), wild))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the training diverged at step");
  }

  @Test
  void refusesRanksThatDoNotDivideABatch() {
    assertThatThrownBy(() -> new Share(0, 4))
        .isInstanceOf(Problem.class)
        .hasMessage("a batch of 96 digits cannot be shared by 4 ranks; start 1, 2, 3 or 6");
  }

  @Test
  void refusesLessThanABatch() {
    DigitSet few = new Folder(data).train(index -> index < 95);
    assertThatThrownBy(() -> new Trainer(plan(1), new SingleProcess(), few.digits(), 95))
        .isInstanceOf(Problem.class)
        .hasMessage("95 digits are not enough to learn from; a batch has 96");
  }

  private static List<EpochResult> train(Communicator ranks, Plan plan) {
    Share share = new Share(ranks.rank(), ranks.size());
    DigitSet digits = new Folder(data).train(share::contains);
    List<EpochResult> epochs = new ArrayList<>();
    new Trainer(plan, ranks, digits.digits(), DIGITS).train("here", epochs::add);
    return epochs;
  }

  private static Plan plan(long seed) {
    return new Plan(new Shape(4, 4, 8), 4, 0.01, 1, seed);
  }

  private static List<String> weights(List<EpochResult> epochs) {
    return epochs.stream().map(EpochResult::weights).toList();
  }
}
