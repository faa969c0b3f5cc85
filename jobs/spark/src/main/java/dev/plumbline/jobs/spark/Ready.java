package dev.plumbline.jobs.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A tiny job: done once a task of it has run on every worker that the master calls alive. Exit code
 * 1: on some of them none has.
 */
public final class Ready {
  private static final long MOST_SECONDS = 60;
  private static final long TASK_MILLIS = 100;
  private static final int TASKS_PER_WORKER = 4;

  private Ready() {}

  public static void main(String[] arguments) throws IOException {
    SparkConf conf = new SparkConf().setAppName("ready");
    Set<String> awaited = new TreeSet<>();
    for (Pages.Worker worker :
        new Pages(URI.create(conf.get("spark.master")).getHost(), "").workers()) {
      awaited.add(worker.host());
    }
    Set<String> silent;
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      silent = silent(spark, awaited);
    }
    if (!silent.isEmpty()) {
      System.err.println(
          "no task ran on " + String.join(", ", silent) + " within " + MOST_SECONDS + " s");
      System.exit(1);
    }
    System.out.println("Spark is ready: a task ran on each of " + awaited.size() + " workers");
  }

  private static Set<String> silent(JavaSparkContext spark, Set<String> awaited) {
    Set<String> silent = new TreeSet<>(awaited);
    List<Integer> tasks = Collections.nCopies(TASKS_PER_WORKER * awaited.size(), 0);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!silent.isEmpty() && System.nanoTime() < end) {
      for (String host : spark.parallelize(tasks, tasks.size()).map(task -> host()).collect()) {
        if (silent.remove(host)) {
          System.out.println("a task ran on " + host);
        }
      }
    }
    return silent;
  }

  /** It takes a moment, so that no executor takes all tasks. */
  private static String host() throws Exception {
    Thread.sleep(TASK_MILLIS);
    return InetAddress.getLocalHost().getHostName();
  }
}
