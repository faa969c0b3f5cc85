package dev.plumbline.jobs.gene.counts;

import dev.plumbline.jobs.gene.matrix.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * A few neighbouring samples with all of their genes.
 *
 * <p>The matrix lies on the executors by genes, but ranks of the genes of a sample need all of
 * these at once. So the matrix is shuffled once into blocks of samples, whose files serve every
 * later pass, and an executor holds one block at a time. To find ranks gene by gene instead would
 * take a pass over the matrix for every few bits of each quantile.
 *
 * @param first the first of its samples
 * @param pieces at least one; genes stand in all blocks in any order
 */
record Block(int first, List<Piece> pieces) {
  /** How many samples: 50,000 genes of a block are 6 MB. */
  static final int WIDTH = 16;

  /** All blocks, each a partition. */
  static JavaRDD<Block> of(Expression counts) {
    int samples = counts.samples().size();
    return counts
        .genes()
        .mapPartitionsToPair(genes -> new Pieces(genes, samples))
        .partitionBy(new HashPartitioner((samples + WIDTH - 1) / WIDTH))
        .mapPartitions(Block::gathered);
  }

  private static Iterator<Block> gathered(Iterator<Tuple2<Integer, Piece>> shuffled) {
    List<Piece> pieces = new ArrayList<>();
    int block = 0;
    while (shuffled.hasNext()) {
      Tuple2<Integer, Piece> next = shuffled.next();
      block = next._1();
      pieces.add(next._2());
    }
    // They arrive in any order, and the last bit of a sum depends on it.
    pieces.sort(Comparator.comparing(piece -> piece.genes()[0]));
    return pieces.isEmpty()
        ? List.<Block>of().iterator()
        : List.of(new Block(block * WIDTH, pieces)).iterator();
  }

  int samples() {
    return pieces.get(0).columns().length;
  }

  private int genes() {
    return pieces.stream().mapToInt(piece -> piece.genes().length).sum();
  }

  /**
   * The counts of all genes in one sample.
   *
   * @param offset of the sample behind the first one
   */
  double[] column(int offset) {
    double[] column = new double[genes()];
    int next = 0;
    for (Piece piece : pieces) {
      double[] part = piece.columns()[offset];
      System.arraycopy(part, 0, column, next, part.length);
      next += part.length;
    }
    return column;
  }

  /** Another sample's counts in the order of the genes here. */
  double[] aligned(Map<String, Double> counts) {
    double[] column = new double[genes()];
    int next = 0;
    for (Piece piece : pieces) {
      for (String gene : piece.genes()) {
        column[next++] = counts.getOrDefault(gene, 0.0);
      }
    }
    return column;
  }
}
