package dev.plumbline.jobs.gene;

import dev.plumbline.jobs.gene.classification.Assessment;
import dev.plumbline.jobs.gene.classification.CrossValidation;
import dev.plumbline.jobs.gene.counts.CountNormalisation;
import dev.plumbline.jobs.gene.differential.Comparison;
import dev.plumbline.jobs.gene.differential.Differential;
import dev.plumbline.jobs.gene.input.InputException;
import dev.plumbline.jobs.gene.matrix.Gene;
import dev.plumbline.jobs.gene.report.HeatMap;
import dev.plumbline.jobs.gene.report.Pictures;
import dev.plumbline.jobs.gene.report.Summary;
import dev.plumbline.jobs.gene.report.Tables;
import dev.plumbline.jobs.gene.report.Truth;
import dev.plumbline.jobs.gene.structure.Clusters;
import dev.plumbline.jobs.gene.structure.Gram;
import dev.plumbline.jobs.gene.structure.PrincipalComponents;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/** The whole analysis, step by step. */
final class Analysis {
  private static final int COMPONENTS = 10;
  private static final int HEATED = 50;
  private static final int SMALLEST_CLASS = 4;
  private static final double RATE = 0.05;

  private final JavaSparkContext spark;
  private final Options options;
  private final Summary summary;

  /**
   * @param out receives lines for a person
   */
  Analysis(JavaSparkContext spark, Options options, Consumer<String> out) {
    this.spark = spark;
    this.options = options;
    this.summary = new Summary(out);
  }

  void run() throws IOException, InputException {
    Study study = Study.read(spark, options);
    Files.createDirectories(options.out);
    summary.data(
        study.prepared().genes().count(),
        study.samples().size(),
        study.normalisation().description(),
        study.logs().genes().count());
    if (study.normalisation() instanceof CountNormalisation counts) {
      Tables.libraries(options.out, study.samples(), counts.libraries());
    }
    compare(study);

    Gram gram = Gram.of(study.logs().genes(), study.samples().size());
    PrincipalComponents components = PrincipalComponents.of(gram, COMPONENTS);
    summary.components(components);
    Tables.components(options.out, components);
    Pictures.components(options.out, components, study.classes());
    Clusters clusters = Clusters.of(gram, options.clusters, new SplittableRandom(options.seed));
    summary.clusters(clusters, study.classes());

    int[] wrong = classify(study);
    Tables.samples(options.out, study.samples(), study.classes(), components, clusters, wrong);
    summary.write(options.out);
  }

  private void compare(Study study) throws IOException, InputException {
    Comparison comparison =
        Differential.compare(
            spark,
            study.logs().genes(),
            study.classes(),
            study.model(),
            study.normalisation().trended());
    summary.comparison(comparison, study.classes());
    if (options.truth != null) {
      summary.truth(Truth.read(options.truth).judge(comparison, RATE));
    }
    Tables.genes(options.out, comparison, study.classes());
    Pictures.volcano(options.out, comparison, study.classes());
    Pictures.ma(options.out, comparison, study.classes());
    HeatMap.draw(options.out, strongest(study, comparison), study.samples(), study.classes());
  }

  private static List<Gene> strongest(Study study, Comparison comparison) {
    List<String> wanted =
        comparison.genes().stream().limit(HEATED).map(Comparison.Compared::id).toList();
    Map<String, Gene> found = new HashMap<>();
    study
        .logs()
        .genes()
        .filter(gene -> wanted.contains(gene.id()))
        .collect()
        .forEach(gene -> found.put(gene.id(), gene));
    return wanted.stream().map(found::get).toList();
  }

  /** How often each sample was told wrong; empty if that was not asked. */
  private int[] classify(Study study) throws IOException, InputException {
    if (study.classes().smallest() < SMALLEST_CLASS) {
      summary.unclassified("a class has fewer than " + SMALLEST_CLASS + " samples");
      return new int[0];
    }
    CrossValidation validation =
        new CrossValidation(options.repeats, options.folds, options.folds, options.seed);
    if (options.split != null) {
      List<String> sides = study.sheet().column(options.split, study.samples());
      int[] training = places(sides, "train");
      int[] held = places(sides, "test");
      mustSplit(study, training, held);
      summary.split(
          training.length,
          validation.split(
              spark, study.prepared(), study.classes(), study.normalisation(), training, held));
    }
    if (options.repeats == 0) {
      return new int[0];
    }
    Assessment assessment =
        validation.assess(spark, study.prepared(), study.classes(), study.normalisation());
    summary.classification(assessment);
    Tables.classification(options.out, assessment);
    return assessment.wrongBySample();
  }

  /** Each class must be there to learn from, and somebody to be told. */
  private void mustSplit(Study study, int[] training, int[] held) throws InputException {
    boolean[] members = study.classes().members();
    for (boolean side : new boolean[] {true, false}) {
      long learnt = IntStream.of(training).filter(sample -> members[sample] == side).count();
      if (learnt < SMALLEST_CLASS || held.length == 0) {
        throw new InputException(
            "the column '%s' must say train for at least %d samples of each class, and test for others"
                .formatted(options.split, SMALLEST_CLASS));
      }
    }
  }

  private static int[] places(List<String> sides, String side) {
    return IntStream.range(0, sides.size())
        .filter(sample -> sides.get(sample).equals(side))
        .toArray();
  }
}
