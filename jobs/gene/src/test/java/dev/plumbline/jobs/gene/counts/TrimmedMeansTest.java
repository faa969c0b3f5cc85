package dev.plumbline.jobs.gene.counts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.jobs.gene.LocalSpark;
import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Gene;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside edgeR 3.40.2: {@code factors.R} among the resources drew the counts and asked it. */
class TrimmedMeansTest {
  private static Libraries libraries(List<Gene> genes, int parts) {
    int samples = genes.get(0).values().length;
    double[] sizes = new double[samples];
    for (Gene gene : genes) {
      for (int sample = 0; sample < samples; sample++) {
        sizes[sample] += gene.values()[sample];
      }
    }
    Expression counts =
        new Expression(
            Collections.nCopies(samples, ""), LocalSpark.context().parallelize(genes, parts));
    return TrimmedMeans.libraries(LocalSpark.context(), counts, sizes);
  }

  /** The factors, then the genes. */
  private static List<Gene> read(String name) throws IOException {
    InputStream bytes = TrimmedMeansTest.class.getResourceAsStream(name + ".csv");
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(requireNonNull(bytes, name), StandardCharsets.UTF_8))) {
      List<Gene> lines = new ArrayList<>();
      text.lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(line ->
              lines.add(
                  new Gene(
                      line[0],
                      Arrays.stream(line).skip(1).mapToDouble(Double::parseDouble).toArray())));
      return lines;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"composed", "zeros", "alike", "deep", "sparse", "pair", "apart"})
  void factorsAreEdgeRs(String name) throws IOException {
    List<Gene> lines = read(name);

    assertThat(libraries(lines.subList(1, lines.size()), 3).factors())
        .containsExactly(lines.get(0).values(), within(1e-12));
  }

  @Test
  void neitherTheOrderOfGenesNorTheirPartsMatter() throws IOException {
    List<Gene> lines = read("composed");
    List<Gene> genes = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.reverse(genes);

    assertThat(libraries(genes, 7).factors()).containsExactly(lines.get(0).values(), within(1e-12));
  }

  @Test
  void moreGenesThanAPieceHasAreAllCounted() {
    List<Gene> genes = new ArrayList<>();
    for (int gene = 0; gene < 300; gene++) {
      genes.add(new Gene("g" + gene, new double[] {100, gene < 200 ? 100 : 400}));
    }

    // 200 of 300 genes have the ratio 1; the others' ranks are above what is trimmed.
    Libraries libraries = libraries(genes, 1);
    assertThat(libraries.effectiveSizes()[0])
        .isCloseTo(libraries.effectiveSizes()[1], within(1e-6));
  }
}
