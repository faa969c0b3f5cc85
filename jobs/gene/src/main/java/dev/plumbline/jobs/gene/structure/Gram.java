package dev.plumbline.jobs.gene.structure;

import dev.plumbline.jobs.gene.matrix.Gene;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * The inner products of all pairs of samples, each gene centred about its mean: all that principal
 * components and distances between samples need, and small however many genes there are.
 */
public final class Gram implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int DEPTH = 2;
  private final double[][] products;

  private Gram(int samples) {
    products = new double[samples][samples];
  }

  /** Adds up the products of all genes, each partition where it lies. */
  public static Gram of(JavaRDD<Gene> logs, int samples) {
    return logs.mapPartitions(genes -> sum(genes, samples)).treeReduce(Gram::plus, DEPTH);
  }

  private static Iterator<Gram> sum(Iterator<Gene> genes, int samples) {
    Gram gram = new Gram(samples);
    genes.forEachRemaining(gene -> gram.add(gene.values()));
    return List.of(gram).iterator();
  }

  private void add(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value;
    }
    mean /= values.length;
    double[] centred = new double[values.length];
    for (int sample = 0; sample < values.length; sample++) {
      centred[sample] = values[sample] - mean;
    }
    for (int one = 0; one < values.length; one++) {
      double[] row = products[one];
      double factor = centred[one];
      for (int other = 0; other <= one; other++) {
        row[other] += factor * centred[other];
      }
    }
  }

  private Gram plus(Gram other) {
    for (int one = 0; one < products.length; one++) {
      for (int two = 0; two <= one; two++) {
        products[one][two] += other.products[one][two];
      }
    }
    return this;
  }

  public int samples() {
    return products.length;
  }

  /** The inner product of two samples. */
  public double product(int one, int other) {
    return one >= other ? products[one][other] : products[other][one];
  }
}
