package dev.plumbline.jobs.gene.matrix;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * A matrix of genes by samples.
 *
 * @param samples their names, in the order of each gene's values
 * @param genes spread over the executors, in no order that matters
 */
public record Expression(List<String> samples, JavaRDD<Gene> genes) {
  /** The same, kept by the executors: in memory as far as it fits, else on their disks. */
  public Expression kept() {
    return new Expression(samples, genes.persist(StorageLevel.MEMORY_AND_DISK_SER()));
  }
}
