package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.job.Asked;
import dev.plumbline.controller.job.Drain;
import dev.plumbline.controller.job.Driver;
import dev.plumbline.controller.job.JobOrder;
import dev.plumbline.controller.job.JobPhase;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.job.Place;
import dev.plumbline.controller.job.content.Access;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.resources.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** All jobs, for whoever asks. Thread-safe; nothing here waits. */
public final class Jobs implements AutoCloseable {
  private static final Duration LOOK_AT_CLOCK = Duration.ofMillis(250);

  private final JobContext context;
  private final Drains drains;
  private final Snapshots snapshots = new Snapshots();
  private final Desk desk;
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final AtomicLong last;
  private final Runnable stopListening;
  private final Thread thread;
  private final NetworkCheck network;
  private volatile boolean open = true;

  /**
   * What an earlier process left behind.
   *
   * @param underWay jobs that are not over
   * @param last the highest number of a job; 0 if there was none
   */
  public record Remembered(List<JobRecord> underWay, List<Drain> drains, long last) {
    public Remembered {
      underWay = List.copyOf(underWay);
      drains = List.copyOf(drains);
    }
  }

  /** Begins with what was left; jobs that run go on. */
  public Jobs(JobContext context, Remembered remembered) throws IOException {
    this.context = context;
    this.drains = new Drains(context, remembered.drains());
    this.desk = new Desk(context, drains, snapshots, inbox::add);
    this.last = new AtomicLong(remembered.last());
    this.network = new NetworkCheck(context);
    for (JobRecord job : remembered.underWay()) {
      desk.take(job, Map.of());
      context.log().accept(job.title() + " goes on: " + job.phase());
    }
    context.requests().expectJobs(this::said);
    this.stopListening =
        context.cluster().signal().listen(node -> inbox.add(() -> desk.look(node)));
    this.thread = Thread.ofPlatform().name("jobs").start(this::work);
  }

  private void said(AgentSession session, AgentMessage.OfJob message) {
    if (message.job() == NetworkCheck.NO_JOB) {
      network.said(session, message);
    } else {
      inbox.add(() -> {
        desk.said(session, message);
        if (message instanceof AgentMessage.JobLog) {
          snapshots.raise();
        }
      });
    }
  }

  private void work() {
    long looked = context.now();
    while (open) {
      try {
        List<Runnable> work = new ArrayList<>();
        Optional.ofNullable(inbox.poll(LOOK_AT_CLOCK.toNanos(), TimeUnit.NANOSECONDS))
            .ifPresent(work::add);
        inbox.drainTo(work);
        work.forEach(Jobs::guarded);
        if (!work.isEmpty() || context.now() - looked >= LOOK_AT_CLOCK.toNanos()) {
          looked = context.now();
          guarded(desk::pass);
        }
      } catch (InterruptedException _) {
        open = false;
      }
    }
    desk.close();
  }

  /** One job that cannot be decided must not stop the others for ever. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler())
          .ifPresentOrElse(
              handler -> handler.uncaughtException(thread, e),
              () -> thread.getThreadGroup().uncaughtException(thread, e));
    }
  }

  private <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    inbox.add(() -> {
      try {
        var _ =
            question
                .get()
                .whenComplete((value, failure) -> {
                  if (failure == null) {
                    answer.complete(value);
                  } else {
                    answer.completeExceptionally(failure);
                  }
                });
      } catch (RuntimeException e) {
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  /**
   * Queues a job.
   *
   * @param secrets the values of its secrets; never stored
   * @return its number, when the disk has it
   */
  public CompletableFuture<Long> submit(Asked asked, Map<String, Secret> secrets) {
    return ask(() -> {
      JobRecord job = JobRecord.asked(last.incrementAndGet(), asked, context.clock().instant());
      try {
        LiveJob taken = desk.take(job, secrets);
        context.log().accept(job.title() + " by " + asked.user());
        return desk.save(taken).thenApply(_ -> job.id());
      } catch (IOException e) {
        return CompletableFuture.failedFuture(
            new IOException("cannot begin the log of the job: " + e.getMessage(), e));
      }
    });
  }

  /**
   * Cancels a job.
   *
   * @return why that is refused; empty: it ends
   */
  public CompletableFuture<Optional<String>> cancel(long id, String user) {
    return ask(() -> {
      Optional<LiveJob> job = desk.find(id);
      if (job.isEmpty()) {
        return done(Optional.of("job " + id + " is not under way; see plumb jobs"));
      }
      JobRecord now = job.get().record();
      if (now.phase() == JobPhase.COLLECTING) {
        return done(Optional.of(now.title() + " is ending already"));
      }
      desk.change(job.get(), Driver.cancel(now, user, context.clock().instant()));
      return done(Optional.empty());
    });
  }

  /**
   * Asks for thread dumps of a job's Java ranks.
   *
   * @return why that is refused; empty: they come into its log
   */
  public CompletableFuture<Optional<String>> dump(long id) {
    return ask(() -> {
      Optional<LiveJob> job =
          desk.find(id).filter(found -> found.record().phase() == JobPhase.RUNNING);
      if (job.isEmpty()) {
        return done(Optional.of("job " + id + " does not run; see plumb jobs"));
      }
      for (Place place : job.get().record().places()) {
        context
            .agents()
            .live(place.node())
            .ifPresent(session ->
                desk.tell(job.get(), session, new JobOrder.Signal(JobOrder.Signal.Kind.QUIT)));
      }
      return done(Optional.empty());
    });
  }

  private static CompletableFuture<Optional<String>> done(Optional<String> refusal) {
    return CompletableFuture.completedFuture(refusal);
  }

  /** From now on no job starts on a node; those that run there go on. */
  public CompletableFuture<Void> drain(String node, String reason, String user) {
    return ask(() -> drains.drain(node, reason, user));
  }

  /**
   * Takes a drain back.
   *
   * @return why that is refused; empty: jobs start there again
   */
  public CompletableFuture<Optional<String>> resume(String node, String user) {
    return ask(() ->
        drains
            .resume(node, "resumed by " + user)
            .map(written -> written.thenApply(_ -> Optional.<String>empty()))
            .orElseGet(() -> done(Optional.of(node + " is not drained"))));
  }

  public List<Drain> drains() {
    return drains.all();
  }

  /** A job that is not over, or has been so for a little while. */
  public Optional<JobSnapshot> recent(long id) {
    return snapshots.find(id);
  }

  /** Any job. */
  public CompletableFuture<Optional<JobRecord>> find(long id) {
    Optional<JobSnapshot> recent = recent(id);
    return recent.isPresent()
        ? CompletableFuture.completedFuture(recent.map(JobSnapshot::job))
        : context.cluster().recorder().read(store -> store.job(context.reader(), id));
  }

  /** The last jobs, the newest first. */
  public CompletableFuture<List<JobRecord>> last(int limit) {
    return context
        .cluster()
        .recorder()
        .read(store -> store.jobs(context.reader(), limit))
        .thenApply(stored ->
            stored.stream()
                .map(job -> recent(job.id()).map(JobSnapshot::job).orElse(job))
                .toList());
  }

  /** Whether a job is not over. */
  public boolean busy() {
    return !snapshots.live().isEmpty();
  }

  /** The jobs that are not over. */
  public List<JobRecord> underWay() {
    return snapshots.live().stream().map(JobSnapshot::job).toList();
  }

  /** The jobs that are not over, as people call them. */
  public List<String> titles() {
    return underWay().stream().map(JobRecord::title).sorted().toList();
  }

  /** What jobs that are not over need of the content store. */
  public Set<String> needed() {
    return snapshots.needed();
  }

  public Access access() {
    return snapshots;
  }

  public NetworkCheck network() {
    return network;
  }

  /** The file of a job's log. */
  public java.nio.file.Path logOf(long id) {
    return context.logOf(id);
  }

  /**
   * @param listener hears that something about some job moved; must not block
   * @return stops listening
   */
  public Runnable listen(Runnable listener) {
    return snapshots.listen(listener);
  }

  /** Leaves the jobs as they are: the agents go on with them. */
  @Override
  public void close() {
    stopListening.run();
    open = false;
    inbox.add(() -> {});
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
