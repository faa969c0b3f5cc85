package dev.plumbline.jobs.gene.report;

import dev.plumbline.jobs.gene.classification.Assessment;
import dev.plumbline.jobs.gene.counts.Libraries;
import dev.plumbline.jobs.gene.differential.Comparison;
import dev.plumbline.jobs.gene.differential.TwoClasses;
import dev.plumbline.jobs.gene.structure.Clusters;
import dev.plumbline.jobs.gene.structure.PrincipalComponents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The results as CSV files. */
public final class Tables {
  private Tables() {}

  /** {@code genes.csv}: a line a gene, the most significant first. */
  public static void genes(Path folder, Comparison comparison, TwoClasses classes)
      throws IOException {
    try (Table table =
        new Table(
            folder.resolve("genes.csv"),
            "gene",
            "mean_" + classes.one(),
            "mean_" + classes.other(),
            "log2_fold_change",
            "mean",
            "t",
            "df",
            "p",
            "p_adjusted",
            "welch_t",
            "welch_df",
            "welch_p",
            "welch_p_adjusted")) {
      for (Comparison.Compared gene : comparison.genes()) {
        table.row(
            gene.id(),
            gene.meanOne(),
            gene.meanOther(),
            gene.effect(),
            gene.mean(),
            gene.moderated().t(),
            gene.moderated().degrees(),
            gene.moderated().p(),
            gene.adjusted(),
            gene.welch().t(),
            gene.welch().degrees(),
            gene.welch().p(),
            gene.welchAdjusted());
      }
    }
  }

  /** {@code samples.csv}: a line a sample with its cluster, its components and its mistakes. */
  public static void samples(
      Path folder,
      List<String> names,
      TwoClasses classes,
      PrincipalComponents components,
      Clusters clusters,
      int[] wrong)
      throws IOException {
    int shown = components.variances().length;
    Object[] header = new Object[4 + shown];
    header[0] = "sample";
    header[1] = "class";
    header[2] = "cluster";
    header[3] = "times_wrong";
    for (int component = 0; component < shown; component++) {
      header[4 + component] = "PC" + (component + 1);
    }
    try (Table table = new Table(folder.resolve("samples.csv"), strings(header))) {
      for (int sample = 0; sample < names.size(); sample++) {
        Object[] row = new Object[header.length];
        row[0] = names.get(sample);
        row[1] = classes.members()[sample] ? classes.one() : classes.other();
        row[2] = clusters.of()[sample] + 1;
        row[3] = wrong.length == 0 ? "" : wrong[sample];
        for (int component = 0; component < shown; component++) {
          row[4 + component] = components.scores()[sample][component];
        }
        table.row(row);
      }
    }
  }

  /** {@code libraries.csv}: a line a sample with what its counts are divided by. */
  public static void libraries(Path folder, List<String> names, Libraries libraries)
      throws IOException {
    try (Table table = new Table(folder.resolve("libraries.csv"), "sample", "size", "factor")) {
      for (int sample = 0; sample < names.size(); sample++) {
        table.row(names.get(sample), libraries.sizes()[sample], libraries.factors()[sample]);
      }
    }
  }

  /** {@code components.csv}: the variance of each principal component. */
  public static void components(Path folder, PrincipalComponents components) throws IOException {
    try (Table table =
        new Table(folder.resolve("components.csv"), "component", "variance", "share")) {
      for (int component = 0; component < components.variances().length; component++) {
        table.row(component + 1, components.variances()[component], components.shares()[component]);
      }
    }
  }

  /** {@code classification.csv}: a line a repeat of the cross-validation. */
  public static void classification(Path folder, Assessment assessment) throws IOException {
    try (Table table =
        new Table(
            folder.resolve("classification.csv"), "repeat", "wrong", "balanced_error", "genes")) {
      int number = 0;
      for (Assessment.Repeat repeat : assessment.repeats()) {
        number++;
        table.row(
            number,
            repeat.confusion().wrong(),
            repeat.confusion().balancedError(),
            String.join(" ", repeat.genes().stream().map(String::valueOf).toList()));
      }
    }
  }

  private static String[] strings(Object[] values) {
    String[] texts = new String[values.length];
    for (int index = 0; index < values.length; index++) {
      texts[index] = String.valueOf(values[index]);
    }
    return texts;
  }
}
