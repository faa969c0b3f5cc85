package dev.plumbline.jobs.gene.report;

import dev.plumbline.jobs.gene.differential.Comparison;
import dev.plumbline.jobs.gene.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The genes that truly differ, known of generated data only. */
public record Truth(Set<String> different) {
  /** Reads a file with a gene a line. */
  public static Truth read(Path file) throws InputException {
    try {
      return new Truth(new HashSet<>(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new InputException("cannot read " + file + ": " + e.getMessage());
    }
  }

  /**
   * How well a comparison found them.
   *
   * @param found genes below the rate
   * @param falseShare the share of them that do not differ
   * @param power the share of the genes that differ, and passed the filter, that were found
   */
  public record Score(long found, double falseShare, double power) {}

  /** Judges the genes below a false discovery rate. */
  public Score judge(Comparison comparison, double rate) {
    List<Comparison.Compared> below =
        comparison.genes().stream().filter(gene -> gene.adjusted() < rate).toList();
    long right = below.stream().filter(gene -> different.contains(gene.id())).count();
    long there = comparison.genes().stream().filter(gene -> different.contains(gene.id())).count();
    return new Score(
        below.size(),
        below.isEmpty() ? 0 : 1 - (double) right / below.size(),
        there == 0 ? 1 : (double) right / there);
  }
}
