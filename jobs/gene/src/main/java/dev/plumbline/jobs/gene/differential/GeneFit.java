package dev.plumbline.jobs.gene.differential;

import dev.plumbline.jobs.gene.statistics.LinearModel;
import dev.plumbline.jobs.gene.statistics.Moments;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What one gene alone says.
 *
 * @param effect how much higher class one is, log2, after the covariates
 * @param variance residual
 * @param mean over all samples
 */
record GeneFit(String id, double effect, double variance, double mean, Moments one, Moments other)
    implements Serializable {

  static GeneFit of(String id, double[] logs, LinearModel model, TwoClasses classes) {
    LinearModel.Fit fit = model.fit(logs);
    return new GeneFit(
        id,
        fit.coefficients()[Design.CLASS],
        fit.variance(),
        Arrays.stream(logs).average().orElseThrow(),
        Moments.of(logs, classes.places(true)),
        Moments.of(logs, classes.places(false)));
  }
}
