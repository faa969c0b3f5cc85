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
  private static final int PERMUTATIONS = 5;
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

  /**
   * R 4.2, edgeR 3.40 and limma 3.54: {@code filterByExpr}, {@code keep.lib.sizes=FALSE}, {@code
   * calcNormFactors}, {@code cpm(log=TRUE, prior.count=3)}, {@code eBayes(trend=TRUE)}.
   */
  @Test
  void genesAndLibrariesAreThoseOfEdgeRAndLimma(@TempDir Path out)
      throws IOException, InputException {
    Results results = Results.of(out, arguments(data.resolve("samples.csv")));
    Rows genes = results.table("genes.csv");
    Rows libraries = results.table("libraries.csv");

    assertThat(results.summary().get("genes_kept").asInt()).isEqualTo(1895);
    assertThat(genes.values().keySet()).startsWith("gene468", "gene1418", "gene1936", "gene365");
    assertThat(genes.number("gene468", "log2_fold_change"))
        .isEqualTo(-2.72595188533270, within(1e-9));
    assertThat(genes.number("gene468", "mean")).isEqualTo(9.54265033840929, within(1e-9));
    assertThat(genes.number("gene468", "t")).isEqualTo(-25.6306339138226, within(1e-6));
    assertThat(genes.number("gene1418", "t")).isEqualTo(25.5502309084641, within(1e-6));
    assertThat(libraries.number("S1", "size")).isEqualTo(906864);
    assertThat(libraries.number("S1", "factor")).isEqualTo(1.00097060141150, within(1e-9));
  }

  /** A classifier that peeked at the classes of held samples would do better than a coin. */
  @Test
  void permutedClassesCannotBeTold(@TempDir Path out) throws IOException, InputException {
    double errors = 0;
    for (int permutation = 0; permutation < PERMUTATIONS; permutation++) {
      JsonNode summary = Results.of(out, arguments(permuted(out, permutation))).summary();

      errors += summary.get("classification").get("balanced_error").asDouble();
      assertThat(summary.get("different").get("fdr_5_percent").asInt()).isLessThan(GENES / 100);
    }
    assertThat(errors / PERMUTATIONS).isEqualTo(0.5, within(0.1));
  }

  private static Path permuted(Path folder, int seed) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("samples.csv"));
    List<String> classes = new ArrayList<>();
    lines.subList(1, lines.size()).forEach(line -> classes.add(line.split(",", -1)[1]));
    Collections.shuffle(classes, new Random(seed));
    StringBuilder permuted = new StringBuilder(lines.get(0)).append('\n');
    for (int sample = 0; sample < classes.size(); sample++) {
      permuted.append("S%d,%s%n".formatted(sample + 1, classes.get(sample)));
    }
    return Files.writeString(folder.resolve("permuted.csv"), permuted);
  }

  @Test
  void whatIsGeneratedDependsOnTheSeedAlone(@TempDir Path again) throws IOException {
    new GeneratedCounts(GENES, 40, 0.1, 7).write(again);

    assertThat(again.resolve("expression.csv"))
        .hasSameTextualContentAs(data.resolve("expression.csv"));
  }
}
