package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.job.Drain;
import dev.plumbline.controller.job.JobRecord;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Nodes on which no job starts. */
final class Drains {
  private static final String OURSELVES = "plumbline";

  private final JobContext context;
  private final Map<String, Drain> byNode = new ConcurrentHashMap<>();

  Drains(JobContext context, Collection<Drain> kept) {
    this.context = context;
    kept.forEach(drain -> byNode.put(drain.node(), drain));
  }

  Map<String, Drain> byNode() {
    return byNode;
  }

  List<Drain> all() {
    return byNode.values().stream().sorted(java.util.Comparator.comparing(Drain::node)).toList();
  }

  CompletableFuture<Void> drain(String node, String reason, String user) {
    return add(new Drain(node, reason, user, now(), OptionalLong.empty()));
  }

  private java.time.Instant now() {
    Clock clock = context.clock();
    return clock.instant();
  }

  private CompletableFuture<Void> add(Drain drain) {
    byNode.put(drain.node(), drain);
    context.log().accept(drain.node() + " is drained by " + drain.user() + ": " + drain.reason());
    return context.cluster().recorder().write(store -> store.save(drain));
  }

  /** Whether there was anything to take back. */
  Optional<CompletableFuture<Void>> resume(String node, String who) {
    if (byNode.remove(node) == null) {
      return Optional.empty();
    }
    context.log().accept(node + " takes jobs again: " + who);
    return Optional.of(context.cluster().recorder().write(store -> store.resume(node)));
  }

  /** Drains the nodes that a job could not be cleaned from. A person's own drain stays. */
  void giveUp(JobRecord job, Consumer<CompletableFuture<Void>> written) {
    job.shares()
        .forEach((node, share) -> {
          if (!share.clean() && !share.givenUp().isEmpty() && !byNode.containsKey(node)) {
            written.accept(
                add(new Drain(node, share.givenUp(), OURSELVES, now(), OptionalLong.of(job.id()))));
          }
        });
  }

  /** A node says that nothing of a job is left on it. */
  void cleaned(String node, long job, Consumer<CompletableFuture<Void>> written) {
    Drain drain = byNode.get(node);
    if (drain != null && drain.job().equals(OptionalLong.of(job))) {
      resume(node, "nothing of job " + job + " is left on it").ifPresent(written);
    }
  }
}
