package dev.plumbline.jobs.gene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.jobs.gene.generate.GeneratedCounts;
import dev.plumbline.jobs.gene.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts whose truth is known. */
class GeneratedTest {
  private static final int GENES = 2000;
  private static Path data = Path.of("");

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    data = folder;
    new GeneratedCounts(GENES, 40, 0.1, 7).write(folder);
  }

  private static String[] arguments(Path samples) {
    return new String[] {
      "--expression=" + data.resolve("expression.csv"),
      "--samples=" + samples,
      "--compare=treated:control",
      "--values=counts",
      "--truth=" + data.resolve("different.txt"),
      "--repeats=3"
    };
  }

  @Test
  void theFalseDiscoveryRateIsWhatItClaims(@TempDir Path out) throws IOException, InputException {
    JsonNode summary = Results.of(out, arguments(data.resolve("samples.csv"))).summary();

    assertThat(summary.get("truth").get("false_discovery_rate").asDouble()).isLessThan(0.09);
    assertThat(summary.get("truth").get("power").asDouble()).isGreaterThan(0.8);
    assertThat(summary.get("classification").get("balanced_error").asDouble()).isLessThan(0.05);
  }

  /** A classifier that peeked at the classes of held samples would do better than a coin. */
  @Test
  void permutedClassesCannotBeTold(@TempDir Path out) throws IOException, InputException {
    List<String> lines = Files.readAllLines(data.resolve("samples.csv"));
    List<String> classes = new ArrayList<>();
    lines.subList(1, lines.size()).forEach(line -> classes.add(line.split(",", -1)[1]));
    Collections.shuffle(classes, new Random(3));
    StringBuilder permuted = new StringBuilder(lines.get(0)).append('\n');
    for (int sample = 0; sample < classes.size(); sample++) {
      permuted.append("S%d,%s%n".formatted(sample + 1, classes.get(sample)));
    }
    Path sheet = Files.writeString(out.resolve("permuted.csv"), permuted);

    JsonNode summary = Results.of(out, arguments(sheet)).summary();

    assertThat(summary.get("classification").get("balanced_error").asDouble())
        .isEqualTo(0.5, within(0.15));
    assertThat(summary.get("different").get("fdr_5_percent").asInt()).isLessThan(GENES / 100);
  }

  @Test
  void whatIsGeneratedDependsOnTheSeedAlone(@TempDir Path again) throws IOException {
    new GeneratedCounts(GENES, 40, 0.1, 7).write(again);

    assertThat(again.resolve("expression.csv"))
        .hasSameTextualContentAs(data.resolve("expression.csv"));
  }
}
