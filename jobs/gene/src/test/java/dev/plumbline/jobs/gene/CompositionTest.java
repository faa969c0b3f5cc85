package dev.plumbline.jobs.gene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.jobs.gene.generate.GeneratedCounts;
import dev.plumbline.jobs.gene.input.InputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One class of samples, where a few of the genes that differ take half of all reads. */
class CompositionTest {
  private static final int TAKING = 20;
  private static Path data = Path.of("");

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    data = folder;
    new GeneratedCounts(1000, 20, 0.1, 5).write(folder);
    List<String> different = Files.readAllLines(folder.resolve("different.txt"));
    List<String> taking = different.subList(0, TAKING);
    Path file = folder.resolve("expression.csv");
    List<String> lines = Files.readAllLines(file);
    try (BufferedWriter matrix = Files.newBufferedWriter(file)) {
      for (String line : lines) {
        String[] values = line.split(",", -1);
        for (int sample = 2; taking.contains(values[0]) && sample < values.length; sample += 2) {
          values[sample] = String.valueOf(Long.parseLong(values[sample]) * 30);
        }
        matrix.write(String.join(",", values) + "\n");
      }
    }
  }

  private static double falseShare(Path out, String normalise) throws IOException, InputException {
    return Results.of(
            out,
            "--expression=" + data.resolve("expression.csv"),
            "--samples=" + data.resolve("samples.csv"),
            "--compare=treated:control",
            "--values=counts",
            "--truth=" + data.resolve("different.txt"),
            "--normalise=" + normalise,
            "--repeats=0")
        .summary()
        .get("truth")
        .get("false_discovery_rate")
        .asDouble();
  }

  @Test
  void makesNoOtherGeneDifferWithFactors(@TempDir Path out) throws IOException, InputException {
    assertThat(falseShare(out, "tmm")).isLessThan(0.1);
  }

  @Test
  void makesMostOthersDifferWithout(@TempDir Path out) throws IOException, InputException {
    assertThat(falseShare(out, "none")).isGreaterThan(0.5);
  }
}
