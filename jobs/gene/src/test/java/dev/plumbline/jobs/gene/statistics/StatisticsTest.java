package dev.plumbline.jobs.gene.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
  /** R: {@code p.adjust(c(0.01, 0.02, 0.03, 0.5, 0.04), "BH")}. */
  @Test
  void pValuesAreAdjustedAsRDoes() {
    assertThat(BenjaminiHochberg.adjust(new double[] {0.01, 0.02, 0.03, 0.5, 0.04}))
        .containsExactly(new double[] {0.05, 0.05, 0.05, 0.5, 0.05}, within(1e-15));
  }

  /** R: {@code t.test(c(1, 2, 3, 4), c(3, 5, 7, 12, 4))}. */
  @Test
  void welchIsRs() {
    double[] values = {1, 2, 3, 4, 3, 5, 7, 12, 4};
    Tests.Test test =
        Tests.welch(
            Moments.of(values, new int[] {0, 1, 2, 3}),
            Moments.of(values, new int[] {4, 5, 6, 7, 8}));

    assertThat(test.t()).isEqualTo(-3.7 / Math.sqrt(5.0 / 3 / 4 + 12.7 / 5), within(1e-14));
    assertThat(test.degrees()).isEqualTo(5.2323, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 1, 7, 200})
  void trigammaIsInverted(double value) {
    assertThat(Gamma.trigamma(VariancePrior.inverseTrigamma(value)))
        .isCloseTo(value, within(1e-9 * value));
  }

  @Test
  void aModelGivesBackWhatItIsMadeOf() throws LinearModel.DependentColumnException {
    double[][] design = {{1, 0, 2}, {1, 0, 3}, {1, 1, 5}, {1, 1, 7}, {1, 1, 1}};
    LinearModel model = LinearModel.of(design);
    double[] values = Arrays.stream(design).mapToDouble(row -> 4 - 2 * row[1] + row[2]).toArray();
    LinearModel.Fit fit = model.fit(values);

    assertThat(fit.coefficients()).containsExactly(new double[] {4, -2, 1}, within(1e-12));
    assertThat(fit.variance()).isEqualTo(0, within(1e-24));
    assertThat(model.residualDegrees()).isEqualTo(2);
  }

  @Test
  void aDependentColumnIsNamed() {
    assertThatExceptionOfType(LinearModel.DependentColumnException.class)
        .isThrownBy(
            () -> LinearModel.of(new double[][] {{1, 0, 1}, {1, 1, 2}, {1, 0, 1}, {1, 1, 2}}))
        .satisfies(e -> assertThat(e.column()).isEqualTo(2));
  }

  /** Variances drawn from a known prior, which is then found again. */
  @Test
  void thePriorIsFound() {
    Random random = new Random(5);
    double[] variances =
        IntStream.range(0, 20000)
            .mapToDouble(gene -> 0.5 * 8 / squares(8, random) * squares(10, random) / 10)
            .toArray();
    VariancePrior prior = VariancePrior.of(variances, 10);

    assertThat(prior.degrees()).isEqualTo(8, within(0.5));
    assertThat(prior.variance()[0]).isEqualTo(0.5, within(0.02));
  }

  @Test
  void genesThatDifferNoMoreThanByChanceShareOneVariance() {
    double[] variances = new double[100];
    Arrays.fill(variances, 2);
    VariancePrior prior = VariancePrior.of(variances, 10);

    assertThat(prior.degrees()).isInfinite();
    assertThat(prior.posterior(3, 7, 10)).isEqualTo(2, within(1e-12));
    assertThat(prior.totalDegrees(10)).isEqualTo(1000);
  }

  @Test
  void aTrendIsFollowed() {
    Random random = new Random(6);
    double[] abundances = IntStream.range(0, 20000).mapToDouble(gene -> gene / 2000.0).toArray();
    double[] variances =
        Arrays.stream(abundances)
            .map(abundance ->
                Math.exp(-abundance / 3) * 8 / squares(8, random) * squares(10, random) / 10)
            .toArray();
    VariancePrior prior = VariancePrior.along(abundances, variances, 10);

    assertThat(prior.degrees()).isEqualTo(8, within(0.5));
    for (int gene = 1000; gene < 19000; gene += 1000) {
      assertThat(Math.log(prior.variance()[gene])).isEqualTo(-abundances[gene] / 3, within(0.06));
    }
  }

  private static double squares(int degrees, Random random) {
    return IntStream.range(0, degrees).mapToDouble(one -> Math.pow(random.nextGaussian(), 2)).sum();
  }
}
