package dev.plumbline.agent.job;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.content.Outputs;
import dev.plumbline.agent.job.look.KernelLog;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Order;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.report.Phase;
import dev.plumbline.agent.job.report.Report;
import dev.plumbline.agent.job.report.Shortage;
import dev.plumbline.agent.job.report.Trouble;
import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Carries out the orders of one job in their turn. What takes long goes on beside them, so that a
 * job can be ended while its files are still coming.
 */
final class Orders implements Runnable {
  private static final Path GROUPS = Path.of("/proc/self/cgroup");
  private static final System.Logger LOG = System.getLogger(Orders.class.getName());
  private static final long CACHE_BYTES = 8L << 30;
  private static final long PROGRESS_NANOS = 500_000_000;
  private static final int TO_SETTLE = 50;
  private static final long PAUSE_MILLIS = 100;
  private static final Duration TO_REMOVE = Duration.ofMinutes(5);
  private final LocalJob job;
  private final Site site;
  private final Conduct conduct;
  private final Neighbours neighbours;
  private final BlockingQueue<Order> waiting = new LinkedBlockingQueue<>();
  private Thread transfer = new Thread(() -> {});
  private Thread meter = new Thread(() -> {});
  private volatile long announced;

  /** The other jobs of this node. */
  interface Neighbours {
    /** Whether no other job of this user may have anything here. */
    boolean alone(LocalJob job);

    void forget(LocalJob job);
  }

  Orders(LocalJob job, Neighbours neighbours) {
    this.job = job;
    this.site = job.site();
    this.conduct = new Conduct(job);
    this.neighbours = neighbours;
  }

  LocalJob job() {
    return job;
  }

  void add(Order order) {
    if (order instanceof Order.Kept kept) {
      job.tail().kept(kept.offset());
    } else {
      waiting.add(order);
    }
  }

  @Override
  public void run() {
    try {
      conduct.resume();
      if (job.work().kind() == Kind.SPARK && !job.clean()) {
        meter = Thread.ofVirtual().name("meter of job " + job.id()).start(job.meter());
      }
      if (job.phase() == Phase.PREPARING && job.problems().isEmpty()) {
        bring();
      }
      while (!Thread.currentThread().isInterrupted()) {
        Order order = waiting.take();
        if (mayEnd(order)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One order that goes wrong in a way that nobody foresaw must not keep the job from its end. */
  private boolean mayEnd(Order order) throws InterruptedException {
    try {
      return carryOut(order);
    } catch (RuntimeException e) {
      job.failed(unforeseen(e));
      return false;
    }
  }

  private static Failure unforeseen(RuntimeException e) {
    LOG.log(System.Logger.Level.ERROR, "an order of a job", e);
    return new Failure("the agent made a mistake: " + e, "report this; its journal says where", e);
  }

  /** True when the job is forgotten. */
  private boolean carryOut(Order order) throws InterruptedException {
    switch (order) {
      case Order.Prepare _ -> prepare();
      case Order.Start start -> conduct.start(start);
      case Order.Ticket ticket -> conduct.ticket(ticket);
      case Order.StartOrted orted -> conduct.startOrted(orted);
      case Order.OrtedEnded ended -> job.ortedEnded(ended.relay(), ended.exit());
      case Order.Signal signal -> conduct.signal(signal);
      case Order.Collect collect -> collect(collect);
      case Order.End _ -> end();
      case Order.Forget _ -> {
        return forget();
      }
      case Order.Inspect _, Order.Kept _ ->
          throw new IllegalStateException("these do not wait for others");
    }
    return false;
  }

  private void prepare() {
    if (job.phase() != Phase.PREPARING || transfer.isAlive()) {
      job.announce();
      return;
    }
    bring();
  }

  private void bring() {
    Bring bring = new Bring(site, job.id(), job.work());
    job.transferring(bring.total());
    job.update(state -> state.problems = List.of());
    transfer(
        "files for job ",
        () -> {
          bring.run(bytes -> progress(bytes, true));
          job.update(state -> state.phase = Phase.PREPARED);
        });
  }

  private void collect(Order.Collect order) {
    Phase phase = job.phase();
    boolean again = phase == Phase.COLLECTING && !transfer.isAlive();
    if (phase != Phase.ENDED && phase != Phase.CLEAN && !again) {
      job.announce();
      return;
    }
    job.transferring(0); // Nothing is said of the files that came.
    job.update(state -> {
      state.phase = Phase.COLLECTING;
      state.problems = List.of();
    });
    transfer(
        "outputs of job ",
        () -> {
          Outputs outputs = new Outputs(job.folder().outputs());
          Outputs.Found found = outputs.find(order.required(), order.optional());
          job.transferring(found.bytes());
          for (Placed file : found.files()) {
            long before = job.bytesDone().get();
            outputs.deliver(
                file, site.contents().courier(), bytes -> progress(before + bytes, false));
          }
          job.update(state -> {
            state.phase = Phase.COLLECTED;
            state.outputs = found.files();
            state.missing = found.missing();
            state.problems = found.problems();
          });
        });
  }

  /** What takes long and can be interrupted. */
  private interface Transfer {
    void run() throws Failure, InterruptedException;
  }

  private void transfer(String what, Transfer work) {
    transfer =
        Thread.ofVirtual()
            .name(what + job.id())
            .start(() -> {
              try {
                work.run();
              } catch (Failure failure) {
                job.failed(failure);
              } catch (RuntimeException e) {
                job.failed(unforeseen(e));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // The job is being ended.
              }
            });
  }

  private void progress(long bytes, boolean more) {
    if (more) {
      job.bytesDone().addAndGet(bytes);
    } else {
      job.bytesDone().set(bytes);
    }
    long now = site.time().nanos().getAsLong();
    if (now - announced > PROGRESS_NANOS) {
      announced = now;
      job.announce();
    }
  }

  private void stopTransfer() throws InterruptedException {
    transfer.interrupt();
    transfer.join();
  }

  private void stopMeter() throws InterruptedException {
    meter.interrupt();
    meter.join();
  }

  private void end() throws InterruptedException {
    if (job.clean() && (job.phase() != Phase.CLEAN || job.problems().isEmpty())) {
      job.announce();
      return;
    }
    stopTransfer();
    job.ticket(Optional.empty());
    try {
      Sweep sweep = new Sweep(site, job.id());
      sweep.kill();
      // Whoever watches writes down how they ended, before systemd forgets it.
      for (int i = 0; i < TO_SETTLE && !job.watches().isEmpty(); i++) {
        Thread.sleep(PAUSE_MILLIS);
      }
      stopMeter();
      Usage used = job.meter().take();
      job.update(state -> state.usage = state.usage.plus(used));
      List<Trouble> left = sweep.run(job.work().user(), neighbours.alone(job));
      Shortage shortage = shortage();
      job.update(state -> {
        state.shortage = shortage;
        state.phase = Phase.CLEAN;
        state.clean = left.isEmpty();
        state.problems = left;
      });
    } catch (Failure failure) {
      LOG.log(System.Logger.Level.WARNING, "job {0}: {1}", job.id(), failure.getMessage());
      job.update(state -> {
        state.phase = Phase.CLEAN;
        state.problems = List.of(Trouble.of(failure));
      });
    }
  }

  /** What only explains an end must not keep the node from being clean. */
  private Shortage shortage() {
    try {
      return job.mayHaveFailed()
          ? new KernelLog(site.host().processes(), GROUPS)
              .shortage(Sweep.units(job.id()), Instant.ofEpochMilli(job.report().startedMillis()))
          : Shortage.NONE;
    } catch (Failure failure) {
      LOG.log(System.Logger.Level.WARNING, "job {0}: {1}", job.id(), failure.getMessage());
      return Shortage.NONE;
    }
  }

  private boolean forget() throws InterruptedException {
    stopTransfer();
    stopMeter();
    job.tail().close();
    try {
      new Sweep(site, job.id()).removeUnits();
      // rm follows nothing that the job's user may put into its way.
      site.host()
          .processes()
          .mustRun(
              Command.of("/bin/rm", "-rf", "--one-file-system", "--", job.folder().top().toString())
                  .within(TO_REMOVE),
              "remove it on the node");
      if (Files.exists(job.folder().top())) {
        throw FileTrouble.of(
            "remove", job.folder().top(), new IOException("something is mounted in it"));
      }
      site.contents().cache().trim(CACHE_BYTES);
    } catch (Failure failure) {
      job.failed(failure);
      return false;
    }
    neighbours.forget(job);
    site.answers().report(Report.unknown(job.id(), Optional.empty(), List.of()));
    return true;
  }
}
