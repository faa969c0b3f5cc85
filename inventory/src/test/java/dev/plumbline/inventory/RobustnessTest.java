package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to an inventory, it loads or has problems at places that exist. */
class RobustnessTest {
  private static final String LETTERS = " \t\n:-{}[]\"'#&*!|>%@`,?$~0aé<=.";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void nothingIsThrown(long seed) throws IOException {
    Random random = new Random(seed);
    Path examples = Path.of("examples");
    String example = Files.readString(examples.resolve("three-nodes.yaml"));
    Path source = Path.of("files/hostfile");
    Files.createDirectories(directory.resolve(source).getParent());
    Files.copy(examples.resolve(source), directory.resolve(source));
    TestInventory inventory = new TestInventory(directory);
    int invalid = 0;
    for (int i = 0; i < 250; i++) {
      String text = example;
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        text = edited(text, random);
      }
      inventory.write(text);
      if (inventory.result() instanceof InventoryResult.Invalid found) {
        invalid++;
        assertThat(found.problems())
            .isNotEmpty()
            .isSortedAccordingTo(Comparator.comparing(Problem::origin))
            .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
        long lines = text.lines().count() + 1;
        assertThat(found.problems())
            .allSatisfy(problem -> assertThat((long) problem.origin().line()).isBetween(1L, lines));
      }
    }
    assertThat(invalid).isBetween(50, 249);
  }

  /** Puts in, takes out, or doubles a few letters or a line. */
  private static String edited(String text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(6));
    char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
    int line = text.lastIndexOf('\n', at) + 1;
    int next = text.indexOf('\n', at) + 1;
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + letter + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, end) + text.substring(at);
      default -> text.substring(0, line) + (next > line ? text.substring(next) : "");
    };
  }
}
