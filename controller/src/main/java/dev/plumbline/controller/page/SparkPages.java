package dev.plumbline.controller.page;

import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.job.JobKind;
import dev.plumbline.controller.job.JobPhase;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.job.desk.Jobs;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.controller.run.Refusal;
import dev.plumbline.controller.run.Refusal.Kind;
import dev.plumbline.controller.store.Store;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import dev.plumbline.resources.spark.SparkSpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Which pages of Spark there are, and on which nodes. */
public final class SparkPages {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Cluster cluster;
  private final Agents agents;
  private final Jobs jobs;
  private final Registry registry;
  private final Timer timer;
  private final BooleanSupplier young;

  /**
   * @param young whether the controller has just started, and agents may still be looking for it
   */
  public SparkPages(
      Cluster cluster,
      Agents agents,
      Jobs jobs,
      Registry registry,
      Timer timer,
      BooleanSupplier young) {
    this.cluster = cluster;
    this.agents = agents;
    this.jobs = jobs;
    this.registry = registry;
    this.timer = timer;
    this.young = young;
  }

  /**
   * Where pages are.
   *
   * @param master the node of the master
   * @param driver of the job that runs; empty if none does
   */
  public record Found(String master, Optional<Driver> driver) {}

  /** A driver that runs. */
  public record Driver(long job, String node) {}

  /**
   * Looks what there is.
   *
   * @param job 0: whichever runs
   * @return fails with a {@link Refusal} if there is no master that can be reached, or the job can
   *     never have a page
   */
  public CompletableFuture<Found> find(long job) {
    return cluster
        .recorder()
        .read(this::masters)
        .thenCompose(this::awaitReturn)
        .thenCompose(masters -> find(masters, job));
  }

  private CompletableFuture<List<String>> awaitReturn(List<String> masters) {
    CompletableFuture<List<String>> back = new CompletableFuture<>();
    awaitReturn(masters, back);
    return back;
  }

  private void awaitReturn(List<String> masters, CompletableFuture<List<String>> back) {
    boolean away = masters.stream().anyMatch(node -> agents.live(node).isEmpty());
    if (away && young.getAsBoolean()) {
      timer.after(LOOK_AGAIN, () -> awaitReturn(masters, back));
    } else {
      back.complete(masters);
    }
  }

  private CompletableFuture<Found> find(List<String> masters, long job) {
    if (masters.isEmpty()) {
      return refused(
          Kind.INVALID,
          "no node of the cluster is the master of Spark; add `spark` to the state of its nodes,"
              + " with `role: master` or `both` on one, and apply");
    }
    String master = masters.getFirst();
    if (agents.live(master).isEmpty()) {
      return refused(
          Kind.TOO_EARLY,
          "the master of Spark is on "
              + master
              + ", which is not connected; 'plumb status' says since when");
    }
    Found found = new Found(master, running(job));
    return job == 0 || found.driver().isPresent()
        ? CompletableFuture.completedFuture(found)
        : jobs.find(job).thenCompose(record -> mayCome(job, record, found));
  }

  private static CompletableFuture<Found> mayCome(
      long job, Optional<JobRecord> record, Found found) {
    if (record.isEmpty()) {
      return refused(Kind.INVALID, "there is no job " + job + "; 'plumb jobs' lists them");
    }
    if (record.get().spec().kind() != JobKind.SPARK) {
      return refused(
          Kind.INVALID,
          record.get().title() + " is no job of Spark, and has no page; leave its number out");
    }
    if (record.get().phase().isEnd()) {
      return refused(
          Kind.INVALID,
          record.get().title() + " is over, and its page went with it; leave its number out");
    }
    return CompletableFuture.completedFuture(found);
  }

  private static CompletableFuture<Found> refused(Kind kind, String why) {
    return CompletableFuture.failedFuture(new Refusal(kind, why));
  }

  /** In what was applied last; the inventory's file may say something else by now. */
  private List<String> masters(Store store) {
    return cluster.generation().nodes().stream()
        .map(InventoryNode::name)
        .filter(node ->
            store.catalog(cluster.generation().number(), node).filter(this::leads).isPresent())
        .limit(1)
        .toList();
  }

  private boolean leads(EncodedCatalog catalog) {
    List<EncodedCatalog.Entry> entries =
        catalog.entries().stream().filter(entry -> entry.kind().equals(SparkSpec.KIND)).toList();
    EncodedCatalog spark = CatalogCodec.encoded(catalog.node(), entries, Map.of());
    return CatalogCodec.decode(spark, registry).entries().stream()
        .anyMatch(entry -> entry.spec() instanceof SparkSpec spec && spec.role().leads());
  }

  /** The driver of a job that runs, of the newest one for 0. */
  private Optional<Driver> running(long job) {
    return jobs.underWay().stream()
        .filter(record -> job == 0 || record.id() == job)
        .filter(record -> record.spec().kind() == JobKind.SPARK)
        .filter(record -> record.phase() == JobPhase.RUNNING)
        .max(Comparator.comparingLong(JobRecord::id))
        .map(record -> new Driver(record.id(), record.places().getFirst().node()));
  }

  /**
   * The driver whose page is wanted now.
   *
   * @param job 0: whichever runs
   */
  public Driver driver(long job) throws Refusal {
    Optional<Driver> driver = running(job);
    if (driver.isEmpty()) {
      throw new Refusal(
          Kind.TOO_EARLY,
          (job == 0 ? "no job of Spark runs" : "job " + job + " does not run")
              + " at the moment; load this page again when it does");
    }
    return driver.get();
  }
}
