package dev.plumbline.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
  private final StringWriter written = new StringWriter();
  private final PrintWriter out = new PrintWriter(written);

  @Test
  void aStepIsOneLineWithItsSeconds() {
    AtomicLong clock = new AtomicLong();
    ConsoleProgress progress = new ConsoleProgress(out, false, clock::get);
    int answer =
        progress.step(
            "build the base",
            () -> {
              clock.addAndGet(1_500_000_000L);
              return 7;
            });
    assertThat(answer).isEqualTo(7);
    assertThat(written.toString().strip().replaceAll(" +", " ")).isEqualTo("build the base 1.5 s");
  }

  @Test
  void aStepThatFailsSaysSo() {
    ConsoleProgress progress = new ConsoleProgress(out, false, () -> 0);
    assertThatThrownBy(() ->
            progress.step(
                "x",
                () -> {
                  throw new IllegalStateException("why");
                }))
        .hasMessage("why");
    assertThat(written.toString().strip()).endsWith("failed");
  }

  @Test
  void aTablesColumnsAreAsWideAsTheirWidestWord() {
    Table.print(List.of(List.of("A", "B"), List.of("long", "c")), out);
    out.flush();
    assertThat(written.toString().lines()).containsExactly("A     B", "long  c");
  }

  @Test
  void theInventoryIsTheArgumentElseTheVariableElseHereOrAbove(@TempDir Path directory)
      throws Exception {
    Path below = Files.createDirectories(directory.resolve("a/b"));
    Path file = Files.writeString(directory.resolve("inventory.yaml"), "");
    Path argument = Path.of("x.yaml");
    assertThat(WhichLab.find(argument, "y.yaml", below)).contains(argument);
    assertThat(WhichLab.find(null, "y.yaml", below)).contains(Path.of("y.yaml"));
    assertThat(WhichLab.find(null, null, below)).contains(file);
  }
}
