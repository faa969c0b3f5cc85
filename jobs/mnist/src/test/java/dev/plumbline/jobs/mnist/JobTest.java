package dev.plumbline.jobs.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.jobs.mnist.drawn.DrawDigits;
import dev.plumbline.jobs.mnist.net.Shape;
import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.ranks.SingleProcess;
import dev.plumbline.jobs.mnist.ranks.ThreadRanks;
import dev.plumbline.jobs.mnist.report.ModelFile;
import dev.plumbline.jobs.mnist.training.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobTest {
  private static final Plan PLAN = new Plan(new Shape(4, 8, 16), 5, 0.01, 0, 1);

  @TempDir static Path data;
  @TempDir Path folder;

  @BeforeAll
  static void draw() {
    DrawDigits.write(data, 960, 210, 1);
  }

  @Test
  void leavesAllResultsAndSaysWhatTheDigitsAre() throws Exception {
    Path out = folder.resolve("new");
    List<String> said = new ArrayList<>();
    ThreadRanks.run(
        2,
        ranks -> {
          new Job(PLAN, data, out, 0, ranks, "node" + ranks.rank(), said::add).run();
          return ranks.rank();
        });
    assertThat(out)
        .isDirectoryContaining("glob:**/confusion.png")
        .isDirectoryContaining("glob:**/curve.png")
        .isDirectoryContaining("glob:**/mistakes.png");
    assertThat(ModelFile.read(out.resolve("model.bin")).shape()).isEqualTo(PLAN.shape());
    assertThat(Files.readString(out.resolve("metrics.json")))
        .contains("\"data\": \"digits drawn by a program (seed 1), not MNIST\"")
        .contains("\"examined_on\": \"test\"")
        .contains("\"examined_digits\": 210")
        .contains("\"ranks\": 2")
        .contains("\"node0\",\n    \"node1\"");
    assertThat(said).hasSize(7);
    assertThat(said.getFirst())
        .isEqualTo(
            "data: digits drawn by a program (seed 1), not MNIST, 960 to learn from; ranks: 2; net: "
                + PLAN.shape());
    assertThat(said.get(1)).startsWith("epoch 1 of 5: loss ");
    assertThat(accuracy(said.getLast())).isGreaterThan(0.7);
  }

  @Test
  void leavesTheTestDigitsUnreadWhileSettingsAreChosen() throws IOException {
    Path other = Files.createDirectory(folder.resolve("data"));
    DrawDigits.write(other, 200, 1, 1);
    Files.writeString(other.resolve("t10k-images-idx3-ubyte"), "not to be read");
    List<String> said = new ArrayList<>();
    new Job(PLAN, other, folder.resolve("out"), 50, new SingleProcess(), "here", said::add).run();
    assertThat(said.getFirst()).contains(", 150 to learn from;");
    assertThat(said.getLast()).contains(" on 50 digits (held out)");
  }

  @Test
  void findsOutBeforeTheTrainingThatItCannotWrite() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    List<String> said = new ArrayList<>();
    assertThatThrownBy(() ->
            new Job(PLAN, data, file.resolve("out"), 0, new SingleProcess(), "here", said::add)
                .run())
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("cannot write " + file.resolve("out"));
    assertThat(said).isEmpty();
  }

  private static double accuracy(String line) {
    return Double.parseDouble(line.split(" ", -1)[1]);
  }
}
