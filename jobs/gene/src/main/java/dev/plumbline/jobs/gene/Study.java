package dev.plumbline.jobs.gene;

import dev.plumbline.jobs.gene.counts.CountNormalisation;
import dev.plumbline.jobs.gene.differential.Design;
import dev.plumbline.jobs.gene.differential.TwoClasses;
import dev.plumbline.jobs.gene.input.InputException;
import dev.plumbline.jobs.gene.input.MatrixFile;
import dev.plumbline.jobs.gene.input.SampleSheet;
import dev.plumbline.jobs.gene.matrix.ArrayNormalisation;
import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Gene;
import dev.plumbline.jobs.gene.matrix.Normalisation;
import dev.plumbline.jobs.gene.statistics.LinearModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Data that fit together and a design that can be estimated.
 *
 * @param prepared every gene, as {@link Normalisation#keeps} reads it
 * @param logs log2 values of the genes that are kept over all samples
 */
record Study(
    SampleSheet sheet,
    TwoClasses classes,
    LinearModel model,
    Normalisation normalisation,
    Expression prepared,
    Expression logs) {

  /**
   * Reads and checks everything before anything is computed.
   *
   * @throws InputException with what is wrong
   */
  static Study read(JavaSparkContext spark, Options options) throws InputException {
    options.check();
    SampleSheet sheet = SampleSheet.read(options.samples);
    Expression raw = MatrixFile.read(spark, options.expression);
    List<String> samples = raw.samples();
    sheet.mustMatch(samples);
    TwoClasses classes =
        TwoClasses.of(
            options.compare.get(0),
            options.compare.get(1),
            sheet.column(options.classColumn, samples));
    Map<String, List<String>> covariates = new LinkedHashMap<>();
    for (String name : options.covariates) {
      covariates.put(name, sheet.column(name, samples));
    }
    LinearModel model = Design.of(classes, covariates);
    if (options.clusters > samples.size()) {
      throw new InputException(
          "%d clusters are more than %d samples".formatted(options.clusters, samples.size()));
    }
    Normalisation normalisation = normalisation(spark, raw, classes, options);
    Expression prepared =
        new Expression(
                samples,
                raw.genes().map(gene -> new Gene(gene.id(), normalisation.prepare(gene.values()))))
            .kept();
    int[] all = IntStream.range(0, samples.size()).toArray();
    Expression logs =
        new Expression(
                samples,
                prepared
                    .genes()
                    .filter(gene -> normalisation.keeps(gene.values(), all))
                    .map(gene -> new Gene(gene.id(), normalisation.logs(gene.values()))))
            .kept();
    return new Study(sheet, classes, model, normalisation, prepared, logs);
  }

  private static Normalisation normalisation(
      JavaSparkContext spark, Expression raw, TwoClasses classes, Options options)
      throws InputException {
    if (options.values == Options.Values.counts) {
      return CountNormalisation.of(
          spark, raw, classes.smallest(), options.normalise == Options.Factors.tmm);
    }
    return new ArrayNormalisation(options.floor, options.ceiling, options.ratio, options.range);
  }

  List<String> samples() {
    return prepared.samples();
  }
}
