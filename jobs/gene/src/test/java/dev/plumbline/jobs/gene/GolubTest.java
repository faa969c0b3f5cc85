package dev.plumbline.jobs.gene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.jobs.gene.input.InputException;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The leukaemia data of Golub et al. (1999), beside what R and limma say of them. */
@EnabledIfEnvironmentVariable(named = "PLUMBLINE_DATA", matches = ".+")
class GolubTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-7);
  private static final Percentage CLOSE = Percentage.withPercentage(1e-4);
  private static Path data = Path.of("");
  private static Results results = new Results(data, java.util.List.of());

  @BeforeAll
  static void analyse(@TempDir Path folder) throws IOException, InputException {
    data = Path.of(System.getenv("PLUMBLINE_DATA"), "golub");
    results =
        Results.of(
            folder,
            "--expression=" + data.resolve("golub_expr.csv.gz"),
            "--samples=" + data.resolve("golub_labels.csv"),
            "--compare=AML:ALL",
            "--split=set",
            "--repeats=5");
  }

  private static Rows reference(String name) throws IOException {
    return Rows.read(data.resolve("reference").resolve(name));
  }

  /** Our column beside theirs, over all of their rows. */
  private static void same(
      Rows ours, String column, Rows theirs, String other, Percentage tolerance) {
    for (String row : theirs.values().keySet()) {
      assertThat(ours.number(row, column))
          .as("%s of %s", column, row)
          .isCloseTo(theirs.number(row, other), tolerance);
    }
  }

  @Test
  void everyModeratedTIsLimmas() throws IOException {
    Rows ours = results.table("genes.csv");
    Rows limma = reference("golub_limma.csv.gz");

    assertThat(ours.values().keySet()).isEqualTo(limma.values().keySet());
    same(ours, "log2_fold_change", limma, "logFC", EXACT);
    same(ours, "mean", limma, "AveExpr", EXACT);
    same(ours, "t", limma, "t", EXACT);
    same(ours, "p", limma, "P.Value", CLOSE);
    same(ours, "p_adjusted", limma, "adj.P.Val", CLOSE);
  }

  @Test
  void everyWelchTIsRs() throws IOException {
    Rows ours = results.table("genes.csv");
    Rows welch = reference("golub_welch.csv.gz");

    same(ours, "mean_AML", welch, "meanAML", EXACT);
    same(ours, "mean_ALL", welch, "meanALL", EXACT);
    same(ours, "welch_t", welch, "t", EXACT);
    same(ours, "welch_df", welch, "df", EXACT);
    same(ours, "welch_p", welch, "p", CLOSE);
    same(ours, "welch_p_adjusted", welch, "padj", CLOSE);
  }

  @Test
  void theCountsAreTheReferences() throws IOException {
    JsonNode summary = results.summary();

    assertThat(summary.get("genes_kept").asInt()).isEqualTo(3571);
    JsonNode different = summary.get("different");
    assertThat(different.get("fdr_5_percent").asInt()).isEqualTo(979);
    assertThat(different.get("welch_fdr_5_percent").asInt()).isEqualTo(981);
    assertThat(different.get("welch_fdr_1_percent").asInt()).isEqualTo(571);
    assertThat(different.get("welch_bonferroni_5_percent").asInt()).isEqualTo(212);
    assertThat(different.get("prior_df").asDouble()).isEqualTo(7.05, within(5e-5));
    assertThat(different.get("prior_variance").asDouble()).isEqualTo(0.567570, within(5e-7));
  }

  @Test
  void componentsAreRsUpToTheirSigns() throws IOException {
    Rows ours = results.table("samples.csv");
    Rows theirs = reference("golub_pca_scores.csv");
    Rows shares = results.table("components.csv");
    Rows variances = reference("golub_pca_var.csv");
    for (int number = 1; number <= 10; number++) {
      String component = "PC" + number;
      double sign = Math.signum(ours.number("S1", component) * theirs.number("S1", component));
      for (String sample : theirs.values().keySet()) {
        assertThat(ours.number(sample, component))
            .isCloseTo(sign * theirs.number(sample, component), within(1e-7));
      }
      String row = String.valueOf(number);
      assertThat(shares.number(row, "share")).isCloseTo(variances.number(row, "varexp"), EXACT);
    }
  }

  @Test
  void twoClustersAreTheClassesButOne() throws IOException {
    JsonNode clusters = results.summary().get("clusters");

    assertThat(clusters.get("within").asDouble()).isEqualTo(197259.546, within(5e-4));
    assertThat(clusters.get("classes")).hasToString("[[1,47],[24,0]]");
  }

  @Test
  void thePublishedSplitIsToldCredibly() throws IOException {
    JsonNode split = results.summary().get("split");

    assertThat(split.get("training").asInt()).isEqualTo(38);
    assertThat(split.get("candidates").asInt()).isEqualTo(3051);
    assertThat(split.get("held").asInt()).isEqualTo(34);
    assertThat(split.get("wrong")).hasSizeLessThanOrEqualTo(3);
    assertThat(results.summary().get("classification").get("balanced_error").asDouble())
        .isLessThan(0.08);
  }

  @Test
  void everyPictureIsThere() {
    assertThat(results.folder())
        .isDirectoryContaining("glob:**/{volcano,ma,pca,heatmap}.png")
        .isDirectoryContaining("glob:**/classification.csv");
  }
}
