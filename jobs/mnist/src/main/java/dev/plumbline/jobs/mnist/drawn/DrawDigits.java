package dev.plumbline.jobs.mnist.drawn;

import dev.plumbline.jobs.mnist.data.Folder;
import dev.plumbline.jobs.mnist.data.IdxWriter;
import dev.plumbline.jobs.mnist.options.Options;
import dev.plumbline.jobs.mnist.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Writes a folder of drawn digits, in the files that the training reads:
 *
 * <pre>java -cp mnist.jar dev.plumbline.jobs.mnist.drawn.DrawDigits --to DIR
 *     [--train 60000] [--test 10000] [--seed 1]</pre>
 *
 * The folder says what it holds, and so do the results of a run on it.
 */
public final class DrawDigits {
  private static final List<DigitShape> SHAPES = DigitShape.all();

  private DrawDigits() {}

  public static void main(String[] args) {
    try {
      Options options = Options.parse(args, Set.of("to", "train", "test", "seed"));
      Path folder = options.folder("to");
      write(
          folder,
          options.count("train", 60_000),
          options.count("test", 10_000),
          options.number("seed", 1));
      System.out.println("drew digits into " + folder);
    } catch (Problem e) {
      System.err.println("draw-digits: " + e.getMessage());
      System.exit(1);
    }
  }

  /** Draws both sets; the same for the same seed. */
  public static void write(Path folder, int train, int test, long seed) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(Folder.ORIGIN),
          "digits drawn by a program (seed %d), not MNIST%n".formatted(seed));
      draw(folder, false, train, new Random(seed));
      draw(folder, true, test, new Random(~seed));
    } catch (IOException e) {
      throw Problem.cannotWrite(folder, e);
    }
  }

  private static void draw(Path folder, boolean test, int count, Random random) throws IOException {
    Hand hand = new Hand(random);
    try (IdxWriter writer = new IdxWriter(folder, test, count)) {
      for (int i = 0; i < count; i++) {
        int digit = random.nextInt(10);
        List<DigitShape> shapes = SHAPES.stream().filter(s -> s.digit() == digit).toList();
        writer.write(hand.draw(shapes.get(random.nextInt(shapes.size()))), digit);
      }
    }
  }
}
