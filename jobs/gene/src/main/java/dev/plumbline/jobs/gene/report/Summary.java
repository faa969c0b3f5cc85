package dev.plumbline.jobs.gene.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.errorprone.annotations.FormatMethod;
import dev.plumbline.jobs.gene.classification.Assessment;
import dev.plumbline.jobs.gene.differential.Comparison;
import dev.plumbline.jobs.gene.differential.TwoClasses;
import dev.plumbline.jobs.gene.structure.Clusters;
import dev.plumbline.jobs.gene.structure.PrincipalComponents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What came out, as a line for a person when it is known, and as {@code summary.json} at the end.
 */
public final class Summary {
  private static final int SHARES = 5;
  private final Consumer<String> out;
  private final Map<String, Object> all = new LinkedHashMap<>();

  /**
   * @param out receives lines for a person
   */
  public Summary(Consumer<String> out) {
    this.out = out;
  }

  /** How much was read, and how much of it is worth comparing. */
  public void data(long genes, int samples, String normalisation, long kept) {
    all.put("genes", genes);
    all.put("samples", samples);
    all.put("normalisation", normalisation);
    all.put("genes_kept", kept);
    say("%d genes, %d samples; %s: %d genes kept", genes, samples, normalisation, kept);
  }

  /** How many genes differ. */
  public void comparison(Comparison comparison, TwoClasses classes) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("fdr_5_percent", comparison.below(0.05));
    values.put("fdr_1_percent", comparison.below(0.01));
    values.put("prior_df", finite(comparison.priorDegrees()));
    values.put("prior_variance", comparison.priorVariance());
    values.put("welch_fdr_5_percent", comparison.welchBelow(0.05));
    values.put("welch_fdr_1_percent", comparison.welchBelow(0.01));
    values.put("welch_bonferroni_5_percent", comparison.welchBonferroni(0.05));
    all.put("different", values);
    say(
        "%s against %s: %d genes differ at a false discovery rate of 5 %%, %d at 1 %% (Welch: %d"
            + " and %d)",
        classes.one(),
        classes.other(),
        comparison.below(0.05),
        comparison.below(0.01),
        comparison.welchBelow(0.05),
        comparison.welchBelow(0.01));
  }

  /** JSON knows no infinity. */
  private static Object finite(double value) {
    return Double.isInfinite(value) ? "infinite" : value;
  }

  /** How well the genes that truly differ were found. */
  public void truth(Truth.Score score) {
    all.put(
        "truth",
        new TreeMap<>(
            Map.of(
                "found", score.found(),
                "false_discovery_rate", score.falseShare(),
                "power", score.power())));
    say(
        "the truth is known: of %d genes found, %.1f %% are false; %.1f %% of those that differ"
            + " were found",
        score.found(), 100 * score.falseShare(), 100 * score.power());
  }

  /** How much of the variance the first components have. */
  public void components(PrincipalComponents components) {
    all.put("component_shares", components.shares());
    List<String> shares =
        Arrays.stream(components.shares())
            .limit(SHARES)
            .mapToObj(share -> String.format(Locale.ROOT, "%.2f", 100 * share))
            .toList();
    say("principal components: %s %% of the variance", String.join(", ", shares));
  }

  /** Which classes the clusters hold. */
  public void clusters(Clusters clusters, TwoClasses classes) {
    Map<Integer, int[]> members = new TreeMap<>();
    for (int sample = 0; sample < clusters.of().length; sample++) {
      int side = classes.members()[sample] ? 0 : 1;
      members.computeIfAbsent(clusters.of()[sample], cluster -> new int[2])[side]++;
    }
    all.put(
        "clusters",
        Map.of("within", clusters.within(), "classes", members.values().toArray(int[][]::new)));
    List<String> parts =
        members.values().stream()
            .map(cluster ->
                "%d %s + %d %s".formatted(cluster[0], classes.one(), cluster[1], classes.other()))
            .toList();
    say("clusters: %s (sum of squares within: %.3f)", String.join(" | ", parts), clusters.within());
  }

  /** How a given split went. */
  public void split(int training, Assessment.Split split) {
    all.put(
        "split",
        new TreeMap<>(
            Map.of(
                "training", training,
                "genes", split.genes(),
                "candidates", split.candidates(),
                "held", split.confusion().all(),
                "wrong", split.wrong())));
    say(
        "learnt from %d samples with %d genes of %d: %d of %d others told wrong",
        training,
        split.genes(),
        split.candidates(),
        split.confusion().wrong(),
        split.confusion().all());
  }

  /** How well the classes can be told. */
  public void classification(Assessment assessment) {
    double[] errors = assessment.balancedErrors();
    all.put(
        "classification",
        Map.of(
            "balanced_error", assessment.meanBalancedError(), "balanced_error_by_repeat", errors));
    say(
        "classes told by few genes: balanced error %.1f %% (%.1f to %.1f %% over %d repeats)",
        100 * assessment.meanBalancedError(),
        100 * errors[0],
        100 * errors[errors.length - 1],
        errors.length);
  }

  /** Why the classes were not told. */
  public void unclassified(String why) {
    all.put("classification", why);
    out.accept("classification left out: " + why);
  }

  /** Writes {@code summary.json}. */
  public void write(Path folder) throws IOException {
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve("summary.json").toFile(), all);
  }

  @FormatMethod
  private void say(String text, Object... values) {
    out.accept(String.format(Locale.ROOT, text, values));
  }
}
