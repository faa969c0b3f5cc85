package dev.plumbline.jobs.gene.differential;

import dev.plumbline.jobs.gene.input.InputException;
import dev.plumbline.jobs.gene.matrix.Gene;
import dev.plumbline.jobs.gene.statistics.BenjaminiHochberg;
import dev.plumbline.jobs.gene.statistics.LinearModel;
import dev.plumbline.jobs.gene.statistics.Tests;
import dev.plumbline.jobs.gene.statistics.Tests.Test;
import dev.plumbline.jobs.gene.statistics.VariancePrior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Compares all genes: each is fitted where it lies, and the few numbers that say it all come to the
 * driver, which moderates them together.
 */
public final class Differential {
  private Differential() {}

  /**
   * @param logs log2 values of the genes that are worth comparing, at least two
   * @param trended whether the variance follows the abundance
   * @throws InputException if no two genes are left
   */
  public static Comparison compare(
      JavaSparkContext spark,
      JavaRDD<Gene> logs,
      TwoClasses classes,
      LinearModel model,
      boolean trended)
      throws InputException {
    Broadcast<LinearModel> sharedModel = spark.broadcast(model);
    Broadcast<TwoClasses> sharedClasses = spark.broadcast(classes);
    List<GeneFit> fits =
        logs.map(gene ->
                GeneFit.of(gene.id(), gene.values(), sharedModel.value(), sharedClasses.value()))
            .collect();
    if (fits.size() < 2) {
      throw new InputException(
          fits.size() + " genes are left after the filter, and two are needed to compare any");
    }
    return compare(fits, model, trended);
  }

  private static Comparison compare(List<GeneFit> fits, LinearModel model, boolean trended) {
    double[] variances = values(fits, GeneFit::variance);
    int degrees = model.residualDegrees();
    VariancePrior prior =
        trended
            ? VariancePrior.along(values(fits, GeneFit::mean), variances, degrees)
            : VariancePrior.of(variances, degrees);
    double totalDegrees = prior.totalDegrees(degrees);
    Test[] moderated = new Test[fits.size()];
    Test[] welch = new Test[fits.size()];
    for (int gene = 0; gene < fits.size(); gene++) {
      GeneFit fit = fits.get(gene);
      double error =
          model.unscaledError(Design.CLASS)
              * Math.sqrt(prior.posterior(gene, fit.variance(), degrees));
      double t = fit.effect() / error;
      moderated[gene] = new Test(t, totalDegrees, Tests.twoSided(t, totalDegrees));
      welch[gene] = Tests.welch(fit.one(), fit.other());
    }
    double[] adjusted = BenjaminiHochberg.adjust(p(moderated));
    double[] welchAdjusted = BenjaminiHochberg.adjust(p(welch));
    List<Comparison.Compared> genes = new ArrayList<>();
    for (int gene = 0; gene < fits.size(); gene++) {
      GeneFit fit = fits.get(gene);
      genes.add(
          new Comparison.Compared(
              fit.id(),
              fit.one().mean(),
              fit.other().mean(),
              fit.effect(),
              fit.mean(),
              moderated[gene],
              adjusted[gene],
              welch[gene],
              welchAdjusted[gene]));
    }
    genes.sort(Comparison.Compared.ORDER);
    return new Comparison(List.copyOf(genes), prior.degrees(), prior.variance()[0]);
  }

  private static double[] values(List<GeneFit> fits, ToDoubleFunction<GeneFit> value) {
    return fits.stream().mapToDouble(value).toArray();
  }

  private static double[] p(Test[] tests) {
    return Arrays.stream(tests).mapToDouble(Test::p).toArray();
  }
}
