package dev.plumbline.jobs.gene.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Counts of reads from a negative binomial distribution: each gene has an abundance, a dispersion
 * that falls with it, and, if it differs, a fold change; each sample has a library of its own size.
 *
 * @param samples half of them of each class
 * @param different the share of the genes that differ between the classes
 */
public record GeneratedCounts(int genes, int samples, double different, long seed) {
  private static final double MEDIAN_ABUNDANCE = 100;
  private static final double SPREAD_OF_ABUNDANCE = 1.5;
  private static final double LEAST_DISPERSION = 0.05;
  private static final double SPREAD_OF_LIBRARIES = 0.2;
  private static final double LEAST_CHANGE = 0.5;
  private static final double SPREAD_OF_CHANGES = 1;

  /** Writes {@code expression.csv}, {@code samples.csv} and {@code different.txt}. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    RandomDataGenerator random = new RandomDataGenerator(seed);
    double[] libraries = new double[samples];
    StringBuilder header = new StringBuilder("gene");
    try (BufferedWriter sheet = Files.newBufferedWriter(folder.resolve("samples.csv"))) {
      sheet.write("sample,class\n");
      for (int sample = 0; sample < samples; sample++) {
        libraries[sample] = Math.exp(random.nextNormal(0, SPREAD_OF_LIBRARIES));
        header.append(",S").append(sample + 1);
        sheet.write("S" + (sample + 1) + "," + (treated(sample) ? "treated" : "control") + "\n");
      }
    }
    try (BufferedWriter matrix = Files.newBufferedWriter(folder.resolve("expression.csv"));
        BufferedWriter truth = Files.newBufferedWriter(folder.resolve("different.txt"))) {
      matrix.write(header.append('\n').toString());
      for (int gene = 0; gene < genes; gene++) {
        String id = "gene" + (gene + 1);
        double change = change(random);
        if (change != 0) {
          truth.write(id + "\n");
        }
        matrix.write(line(id, change, libraries, random));
      }
    }
  }

  private static boolean treated(int sample) {
    return sample % 2 == 1;
  }

  /** The log2 fold change of a gene, 0 for most. */
  private double change(RandomDataGenerator random) {
    if (random.nextUniform(0, 1) >= different) {
      return 0;
    }
    double size = LEAST_CHANGE + Math.abs(random.nextNormal(0, SPREAD_OF_CHANGES));
    return random.nextUniform(0, 1) < 0.5 ? -size : size;
  }

  private String line(String id, double change, double[] libraries, RandomDataGenerator random) {
    double abundance = MEDIAN_ABUNDANCE * Math.exp(random.nextNormal(0, SPREAD_OF_ABUNDANCE));
    double dispersion = LEAST_DISPERSION + 1 / abundance;
    StringBuilder line = new StringBuilder(id);
    for (int sample = 0; sample < samples; sample++) {
      double side = treated(sample) ? change / 2 : -change / 2;
      double mean = abundance * libraries[sample] * Math.pow(2, side);
      double rate = random.nextGamma(1 / dispersion, dispersion * mean);
      line.append(',').append(rate > 0 ? random.nextPoisson(rate) : 0);
    }
    return line.append('\n').toString();
  }
}
