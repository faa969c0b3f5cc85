package dev.plumbline.jobs.gene.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.jobs.gene.LocalSpark;
import dev.plumbline.jobs.gene.input.InputException;
import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Gene;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountNormalisationTest {
  private static CountNormalisation of(double[]... genes) throws InputException {
    List<Gene> rows =
        IntStream.range(0, genes.length)
            .mapToObj(gene -> new Gene("g" + gene, genes[gene]))
            .toList();
    return CountNormalisation.of(
        LocalSpark.context(),
        new Expression(List.of("S1", "S2", "S3"), LocalSpark.context().parallelize(rows, 2)),
        1,
        true);
  }

  private static void refused(String why, double[]... genes) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> of(genes))
        .withMessageContaining(why);
  }

  @Test
  void librariesAreThoseOfTheGenesThatAreKept() throws InputException {
    CountNormalisation normalisation =
        of(new double[] {90, 80, 70}, new double[] {50, 60, 70}, new double[] {1, 0, 0});

    assertThat(normalisation.libraries().sizes()).containsExactly(140, 140, 140);
    assertThat(normalisation.expressed().librarySizes()).containsExactly(141, 140, 140);
  }

  @Test
  void whatIsNoCountIsRefused() {
    refused("these genes have others: g1", new double[] {1, 2, 3}, new double[] {1, 2.5, 3});
    refused("these genes have others: g0", new double[] {1, -2, 3});
  }

  @Test
  void samplesWithoutCountsAreNamed() {
    refused("sample S2 has no counts at all", new double[] {100, 0, 100});
    refused(
        "sample S2 has no counts of the genes that others have",
        new double[] {100, 0, 100},
        new double[] {0, 1, 0});
  }

  @Test
  void noGeneWithEnoughCountsIsSaid() {
    refused("no gene has enough counts", new double[] {1, 2, 3}, new double[] {3, 2, 1});
    refused("has no counts at all");
  }
}
