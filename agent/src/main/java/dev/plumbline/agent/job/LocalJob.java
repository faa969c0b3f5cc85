package dev.plumbline.agent.job;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.mpi.RelayDesk;
import dev.plumbline.agent.job.mpi.RelayRequest;
import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.agent.job.report.Inspection;
import dev.plumbline.agent.job.report.Phase;
import dev.plumbline.agent.job.report.Relay;
import dev.plumbline.agent.job.report.Report;
import dev.plumbline.agent.job.report.Trouble;
import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The state of one job on this node: changed under one lock, kept on the disk, and reported. */
final class LocalJob {
  private static final System.Logger LOG = System.getLogger(LocalJob.class.getName());
  private final Site site;
  private final JobState state;
  private final Folder folder;
  private final LogTail tail;
  private final Head head;
  private final AtomicLong bytesDone = new AtomicLong();
  private final Map<String, Watch> watches = new ConcurrentHashMap<>();
  private final Meter meter;
  private volatile long bytesTotal;
  private volatile Optional<Inspection> inspection = Optional.empty();
  private volatile Optional<Ticket> ticket = Optional.empty();

  LocalJob(Site site, JobState state) {
    this.site = site;
    this.state = state;
    this.folder = site.folder(state.id);
    this.tail = new LogTail(state.id, folder.log(), site.answers());
    this.head = new Head(site, state.id, state.work);
    this.meter = new Meter(this);
    Thread.ofVirtual().name("log of job " + state.id).start(tail);
  }

  String id() {
    return state.id;
  }

  Work work() {
    return state.work;
  }

  Site site() {
    return site;
  }

  Folder folder() {
    return folder;
  }

  LogTail tail() {
    return tail;
  }

  Head head() {
    return head;
  }

  Map<String, Watch> watches() {
    return watches;
  }

  Meter meter() {
    return meter;
  }

  Optional<Ticket> ticket() {
    return ticket;
  }

  void ticket(Optional<Ticket> given) {
    ticket = given;
  }

  synchronized Phase phase() {
    return state.phase;
  }

  synchronized boolean clean() {
    return state.clean;
  }

  synchronized List<Trouble> problems() {
    return state.problems;
  }

  synchronized Optional<Relay> orted(String relay) {
    return Optional.ofNullable(state.orteds.get(relay));
  }

  /** Reads the state. */
  synchronized void look(Consumer<JobState> look) {
    look.accept(state);
  }

  /** Whether anything of it may run. */
  synchronized boolean active() {
    return !state.clean && state.phase != Phase.PREPARING && state.phase != Phase.PREPARED;
  }

  /** Whether a process of it may have failed here: of what mpirun started only mpirun knows. */
  synchronized boolean mayHaveFailed() {
    return !state.orteds.isEmpty() || state.exit.filter(exit -> exit.code() != 0).isPresent();
  }

  /** Changes the state, keeps it and reports it. */
  void update(Consumer<JobState> change) {
    synchronized (this) {
      change.accept(state);
      try {
        Files.createDirectories(folder.top());
        JobFile.write(folder.state(), state);
      } catch (Failure failure) {
        keepFailed(failure);
      } catch (IOException e) {
        keepFailed(FileTrouble.of("make", folder.top(), e));
      }
    }
    announce();
  }

  /** The job goes on, and the controller hears that a restart of this agent would lose it. */
  private void keepFailed(Failure failure) {
    LOG.log(System.Logger.Level.ERROR, "job {0}: {1}", state.id, failure.getMessage());
    state.problems = List.of(Trouble.of(failure));
  }

  void failed(Failure failure) {
    LOG.log(System.Logger.Level.WARNING, "job {0}: {1}", state.id, failure.getMessage());
    update(changed -> changed.problems = List.of(Trouble.of(failure)));
  }

  void transferring(long total) {
    bytesDone.set(0);
    bytesTotal = total;
  }

  AtomicLong bytesDone() {
    return bytesDone;
  }

  void inspected(Inspection seen) {
    inspection = Optional.of(seen);
    announce();
  }

  /** Says how the job is. */
  void announce() {
    site.answers().report(report());
  }

  RelayDesk.Accepted accept(RelayRequest request, long uid) throws Failure {
    if (phase() != Phase.RUNNING) {
      throw new Failure("job " + id() + " does not run on " + site.node(), "run it again");
    }
    RelayDesk.Accepted accepted = head.accept(request, uid);
    announce();
    return accepted;
  }

  void ortedEnded(String relay, Exit exit) {
    head.ended(relay, exit);
    announce();
  }

  synchronized Report report() {
    long logSize;
    try {
      logSize = folder.logSize();
    } catch (Failure failure) {
      LOG.log(System.Logger.Level.WARNING, failure.getMessage());
      logSize = 0;
    }
    Usage usage = state.usage.plus(meter.usage());
    for (Watch watch : watches.values()) {
      usage = usage.plus(watch.usage());
    }
    boolean own = state.work.startsOn(site.node());
    return new Report(
        state.id,
        state.phase,
        bytesDone.get(),
        bytesTotal,
        inspection,
        state.exit,
        logSize,
        own ? head.relays() : List.copyOf(state.orteds.values()),
        state.outputs,
        state.missing,
        state.problems,
        usage,
        state.started,
        state.shortage);
  }
}
