package dev.plumbline.controller.run;

import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.model.NodeSummary;
import dev.plumbline.controller.model.RunRecord;
import dev.plumbline.controller.model.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Begins runs, one thread each. */
public final class Runs {
  private final RunContext context;
  private final Consumer<String> log;
  private final Lease lease = new Lease();
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * @param log receives lines for a person
   */
  public Runs(RunContext context, Consumer<String> log) {
    this.context = context;
    this.log = log;
  }

  /** Whether a run is under way or waits for its turn. */
  public boolean busy() {
    return underWay.get() > 0;
  }

  /**
   * Begins a run.
   *
   * @return to be told when the caller has gone
   */
  public RunHandle start(RunRequest request, RunObserver observer) {
    underWay.incrementAndGet();
    RunHandle handle = new RunHandle();
    handle.start(() -> {
      try {
        observer.ended(attempt(request, observer, handle));
      } finally {
        underWay.decrementAndGet();
      }
    });
    return handle;
  }

  private Optional<Refusal> attempt(RunRequest request, RunObserver observer, RunHandle handle) {
    try {
      if (request.verb() == Verb.APPLY) {
        underLease(request, observer, handle);
      } else {
        carryOut(request, observer);
      }
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal);
    } catch (InterruptedException _) {
      return Optional.of(new Refusal(Refusal.Kind.TOO_EARLY, "the caller left"));
    } catch (CompletionException e) {
      return Optional.of(new Refusal(Refusal.Kind.BROKEN, cause(e)));
    }
  }

  private void underLease(RunRequest request, RunObserver observer, RunHandle handle)
      throws InterruptedException, Refusal {
    Instant since = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    lease.acquire(
        "the apply of " + request.user() + ", since " + since,
        holder -> observer.happened(new RunEvent.LeaseHeld(holder)));
    try {
      if (handle.begin()) {
        carryOut(request, observer);
      }
    } finally {
      lease.release();
    }
  }

  private void carryOut(RunRequest request, RunObserver observer)
      throws InterruptedException, Refusal {
    Cluster cluster = context.cluster();
    Map<String, NodeRun> nodes = Selection.of(request, cluster.generation(), context.linker());
    request.bundle().ifPresent(cluster::know);
    if (request.verb() == Verb.APPLY) {
      cluster.adopt(request.bundle().orElseThrow(), request.user()).join();
    }
    long generation =
        request.bundle().map(cluster::generationOf).orElse(cluster.generation().number());
    long id = cluster.nextRun();
    RunRecord begun =
        new RunRecord(
            id,
            request.verb(),
            generation,
            request.user(),
            context.clock().instant(),
            Optional.empty());
    long began = context.ticker().getAsLong();
    cluster.save(begun).join();
    log.accept("run " + id + ": " + request.verb() + " by " + request.user() + " begins");
    observer.happened(new RunEvent.Started(id, generation));

    Run run = new Run(Long.toString(id), request.verb(), generation, nodes, context, observer);
    try {
      run.run();
    } catch (InterruptedException e) {
      end(begun, began, 1, "the caller left", List.of()).join();
      throw e;
    }
    Conclusion.Drawn drawn =
        new Conclusion(Long.toString(id), request.verb(), nodes, cluster, observer)
            .draw(run.world());
    int exitCode = Recap.exitCode(drawn.summaries());
    // Handed in before the nodes' records are on the disk, so that the disk is waited for once.
    CompletableFuture<Void> ended = end(begun, began, exitCode, "", drawn.summaries());
    try {
      drawn.kept().join();
      ended.join();
    } catch (CompletionException e) {
      exitCode = 1;
      observer.happened(new RunEvent.Failure("", cause(e), "mend it, then run it again"));
      var _ = end(begun, began, exitCode, cause(e), drawn.summaries());
    }
    observer.happened(new RunEvent.Done(exitCode, drawn.summaries()));
  }

  private CompletableFuture<Void> end(
      RunRecord begun, long began, int exitCode, String note, List<NodeSummary> nodes) {
    Duration duration = Duration.ofNanos(context.ticker().getAsLong() - began);
    log.accept(
        "run " + begun.id() + ": ends after " + duration.toMillis() + " ms, exit code " + exitCode);
    return context
        .cluster()
        .save(
            new RunRecord(
                begun.id(),
                begun.verb(),
                begun.generation(),
                begun.user(),
                begun.started(),
                Optional.of(new RunRecord.End(duration, exitCode, note, nodes))));
  }

  private static String cause(CompletionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }
}
