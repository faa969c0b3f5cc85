package dev.plumbline.resources.spark;

import java.nio.file.Path;

/** Where Spark is on a node; within its containers the same paths lead to the same files. */
public final class Paths {
  static final Path TOP = Path.of("/var/lib/plumbline/spark");

  /** What only Spark's user may read. */
  public static final Path CONF = TOP.resolve("conf");

  /** The settings of every part, with the secret among them. */
  public static final Path SETTINGS = CONF.resolve("spark.conf");

  /** Where executors write; their logs lie in APPLICATION/EXECUTOR/stderr. */
  static final Path WORK = TOP.resolve("work");

  /** Which archive the image came from. */
  static final Path LOADED = TOP.resolve("image");

  /** The folders of jobs. */
  static final Path JOBS = Path.of("/var/lib/plumbline/jobs");

  private Paths() {}
}
