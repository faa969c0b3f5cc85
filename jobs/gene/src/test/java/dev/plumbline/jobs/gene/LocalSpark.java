package dev.plumbline.jobs.gene;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** One Spark of two threads within the tests' JVM, which ends with it. */
public final class LocalSpark {
  private static final JavaSparkContext CONTEXT =
      new JavaSparkContext(
          new SparkConf()
              .setAppName("tests")
              .setMaster("local[2]")
              .set("spark.ui.enabled", "false"));

  private LocalSpark() {}

  public static JavaSparkContext context() {
    return CONTEXT;
  }
}
