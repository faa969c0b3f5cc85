package dev.plumbline.jobs.gene.counts;

import dev.plumbline.jobs.gene.matrix.Gene;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** Cuts genes into pieces, each with the number of its block; a few genes at a time in memory. */
final class Pieces implements Iterator<Tuple2<Integer, Piece>> {
  private static final int GENES = 128;
  private final Iterator<Gene> source;
  private final int samples;
  private final List<Gene> genes = new ArrayList<>();
  private int block;

  Pieces(Iterator<Gene> source, int samples) {
    this.source = source;
    this.samples = samples;
    refill();
  }

  private void refill() {
    genes.clear();
    block = 0;
    while (genes.size() < GENES && source.hasNext()) {
      genes.add(source.next());
    }
  }

  @Override
  public boolean hasNext() {
    return !genes.isEmpty();
  }

  @Override
  public Tuple2<Integer, Piece> next() {
    if (genes.isEmpty()) {
      throw new NoSuchElementException();
    }
    int first = block * Block.WIDTH;
    double[][] columns = new double[Math.min(Block.WIDTH, samples - first)][genes.size()];
    for (int gene = 0; gene < genes.size(); gene++) {
      double[] values = genes.get(gene).values();
      for (int offset = 0; offset < columns.length; offset++) {
        columns[offset][gene] = values[first + offset];
      }
    }
    Piece piece = new Piece(genes.stream().map(Gene::id).toArray(String[]::new), columns);
    Tuple2<Integer, Piece> next = new Tuple2<>(block, piece);
    block++;
    if (block * Block.WIDTH >= samples) {
      refill();
    }
    return next;
  }
}
