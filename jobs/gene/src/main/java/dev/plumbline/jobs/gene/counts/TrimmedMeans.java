package dev.plumbline.jobs.gene.counts;

import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Gene;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * The factors of all libraries by trimmed means of M values. The driver sees two numbers a sample
 * and the counts of one sample, the reference, which all executors get.
 */
final class TrimmedMeans {
  private TrimmedMeans() {}

  /** A sample's factor before they are scaled. */
  private record Factor(int sample, double value) implements Serializable {}

  /**
   * @param counts of at least one gene
   * @param sizes the sums of these counts by sample, all positive
   */
  static Libraries libraries(JavaSparkContext spark, Expression counts, double[] sizes) {
    Expression present =
        new Expression(counts.samples(), counts.genes().filter(TrimmedMeans::isPresent));
    JavaRDD<Block> blocks = Block.of(present);
    List<Depth> depths = new ArrayList<>(blocks.flatMap(block -> depths(block, sizes)).collect());
    depths.sort(Comparator.comparingInt(Depth::sample));
    int reference = Depth.reference(depths);
    Broadcast<Map<String, Double>> column = spark.broadcast(column(present, reference));
    double[] factors = new double[sizes.length];
    blocks
        .flatMap(block -> factors(block, sizes, column.value(), sizes[reference]))
        .collect()
        .forEach(factor -> factors[factor.sample()] = factor.value());
    return new Libraries(sizes, scaled(factors));
  }

  private static boolean isPresent(Gene gene) {
    return Arrays.stream(gene.values()).anyMatch(count -> count > 0);
  }

  private static Iterator<Depth> depths(Block block, double[] sizes) {
    return IntStream.range(0, block.samples())
        .mapToObj(offset -> {
          int sample = block.first() + offset;
          return Depth.of(sample, block.column(offset), sizes[sample]);
        })
        .iterator();
  }

  /** The counts of one sample by gene, without those that are 0. */
  private static Map<String, Double> column(Expression counts, int sample) {
    Map<String, Double> column = new HashMap<>();
    counts
        .genes()
        .filter(gene -> gene.values()[sample] > 0)
        .map(gene -> new Tuple2<>(gene.id(), gene.values()[sample]))
        .collect()
        .forEach(gene -> column.put(gene._1(), gene._2()));
    return column;
  }

  private static Iterator<Factor> factors(
      Block block, double[] sizes, Map<String, Double> column, double referenceSize) {
    double[] reference = block.aligned(column);
    return IntStream.range(0, block.samples())
        .mapToObj(offset -> {
          int sample = block.first() + offset;
          return new Factor(
              sample,
              TrimmedMean.factor(block.column(offset), sizes[sample], reference, referenceSize));
        })
        .iterator();
  }

  /** To a geometric mean of 1. */
  private static double[] scaled(double[] factors) {
    double mean = Math.exp(Arrays.stream(factors).map(Math::log).average().orElseThrow());
    return Arrays.stream(factors).map(factor -> factor / mean).toArray();
  }
}
