package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.job.Decision;
import dev.plumbline.controller.job.Drain;
import dev.plumbline.controller.job.Driver;
import dev.plumbline.controller.job.JobOrder;
import dev.plumbline.controller.job.JobPhase;
import dev.plumbline.controller.job.JobQueue;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.job.JobReport;
import dev.plumbline.controller.job.Place;
import dev.plumbline.controller.job.Standing;
import dev.plumbline.controller.job.log.JobLog;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.resources.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The jobs that are not over, and what becomes of them. Confined to one thread. */
final class Desk {
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final JobContext context;
  private final Drains drains;
  private final Presence presence;
  private final Standings standings;
  private final Orders orders;
  private final Snapshots snapshots;
  private final Map<Long, LiveJob> live = new TreeMap<>();
  private final Map<String, Long> triedAgain = new HashMap<>();

  Desk(JobContext context, Drains drains, Snapshots snapshots, Executor executor) {
    this.context = context;
    this.drains = drains;
    this.snapshots = snapshots;
    this.presence = new Presence(context);
    this.standings = new Standings(context, presence);
    this.orders = new Orders(context, executor);
  }

  Optional<LiveJob> find(long id) {
    return Optional.ofNullable(live.get(id));
  }

  /** Begins to care for a job, new or left by a process before this one. */
  LiveJob take(JobRecord record, Map<String, Secret> secrets) throws IOException {
    LiveJob job =
        new LiveJob(record, secrets, JobLog.open(context.logOf(record.id())), context, presence);
    live.put(record.id(), job);
    snapshots.publish(job.snapshot());
    return job;
  }

  /** Something about a node moved. */
  void look(String node) {
    if (!node.isEmpty()) {
      presence.look(node);
    }
  }

  void said(AgentSession session, AgentMessage.OfJob message) {
    String node = session.hello().node();
    presence.look(node);
    LiveJob job = live.get(message.job());
    try {
      switch (message) {
        case AgentMessage.Job said -> report(session, node, job, said);
        case AgentMessage.JobLog log -> {
          // What comes before anything was started is of an earlier attempt.
          if (job != null && job.record().isOn(node) && job.record().phase().isStarted()) {
            job.log.append(node, log.offset(), log.piece());
            orders.acknowledge(job, node);
          }
        }
      }
    } catch (IOException e) {
      context.log().accept("the log of job " + message.job() + " is not kept: " + e.getMessage());
    }
  }

  private void report(
      AgentSession session, String node, @Nullable LiveJob job, AgentMessage.Job said)
      throws IOException {
    boolean over =
        said.report().phase() == JobReport.Phase.UNKNOWN
            || said.report().phase() == JobReport.Phase.CLEAN;
    boolean clean = over && said.report().problems().isEmpty();
    if (clean) {
      drains.cleaned(node, said.job(), this::note);
    }
    if (job != null && job.record().isOn(node)) {
      job.said(session, said.report());
      orders.acknowledge(job, node);
    } else {
      // Over, or of a controller that is gone: nothing of it may stay.
      Driver.settle(said.report())
          .forEach(order ->
              session.send(new AgentCommand.Job(said.job(), order, Snapshots.NOTHING, Map.of())));
    }
  }

  /** Decides whatever there is to decide. */
  void pass() {
    List<Standing> now = standings.now(drains.byNode());
    queue(now);
    for (LiveJob job : List.copyOf(live.values())) {
      drive(job, now);
    }
    context.cluster().occupants().set(occupants());
    cleanDrained();
  }

  /** Tries again where something of a job that is over could not be ended. */
  private void cleanDrained() {
    for (Drain drain : drains.all()) {
      Optional<AgentSession> session = context.agents().live(drain.node());
      boolean over = drain.job().isPresent() && !live.containsKey(drain.job().getAsLong());
      long last = triedAgain.getOrDefault(drain.node(), context.now() - AGAIN.toNanos());
      if (over && session.isPresent() && context.now() - last >= AGAIN.toNanos()) {
        triedAgain.put(drain.node(), context.now());
        session
            .get()
            .send(
                new AgentCommand.Job(
                    drain.job().getAsLong(), new JobOrder.End(), Snapshots.NOTHING, Map.of()));
      }
    }
  }

  private void queue(List<Standing> now) {
    Map<Long, List<String>> uncleaned = new HashMap<>();
    List<JobRecord> records = new ArrayList<>();
    for (LiveJob job : live.values()) {
      records.add(job.record());
      if (job.record().phase() == JobPhase.QUEUED) {
        uncleaned.put(job.record().id(), job.uncleaned());
      }
    }
    JobQueue.decide(records, now, uncleaned)
        .forEach((id, turn) -> {
          LiveJob job = live.get(id);
          if (job != null) {
            become(job, JobQueue.after(job.record(), turn, context.clock().instant()));
          }
        });
  }

  private void drive(LiveJob job, List<Standing> now) {
    boolean moved = true;
    while (moved) {
      Decision decision = Driver.decide(job.view(now));
      moved = become(job, decision.job());
      orders.carryOut(job, decision.steps());
    }
    if (job.record().phase().isEnd()) {
      end(job);
    } else {
      snapshots.publish(job.snapshot());
    }
  }

  void tell(LiveJob job, AgentSession session, JobOrder order) {
    orders.tell(job, session, order);
  }

  /** Lets people change a job: cancel it. */
  void change(LiveJob job, JobRecord next) {
    become(job, next);
  }

  private boolean become(LiveJob job, JobRecord next) {
    if (next.equals(job.record())) {
      return false;
    }
    boolean phase = next.phase() != job.record().phase();
    try {
      job.become(next.measured(snapshots.sent(next.id()), job.log.size()));
    } catch (IOException e) {
      context.log().accept("the log of " + next.title() + " is not kept: " + e.getMessage());
    }
    if (phase) {
      context.log().accept(next.title() + ": " + next.phase() + because(next.state().why()));
    }
    if (!next.phase().isEnd()) {
      // Before an agent can act on it: what it may fetch and bring depends on where the job stands.
      snapshots.publish(job.snapshot());
    }
    drains.giveUp(next, this::note);
    var _ = save(job);
    return true;
  }

  private static String because(Collection<String> why) {
    return why.isEmpty() ? "" : ", " + String.join("; ", why);
  }

  /** Orders that were decided after a change wait until the disk has it. */
  CompletableFuture<Void> save(LiveJob job) {
    JobRecord now = job.record();
    if (now.asked().dryRun()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> saved = context.cluster().recorder().write(store -> store.save(now));
    note(saved);
    job.tail = job.tail.thenCombine(saved.exceptionally(_ -> null), (_, _) -> null);
    return saved;
  }

  private void end(LiveJob job) {
    live.remove(job.record().id());
    try {
      job.log.force();
      job.log.close();
    } catch (IOException e) {
      context
          .log()
          .accept("the log of " + job.record().title() + " is not kept: " + e.getMessage());
    }
    JobSnapshot last = JobSnapshot.of(job.record());
    // Who follows hears of the end when nothing can undo it.
    job.tail = job.tail.thenRun(() -> snapshots.end(last));
  }

  private Map<String, String> occupants() {
    Map<String, String> occupants = new HashMap<>();
    for (LiveJob job : live.values()) {
      if (job.record().phase().isStarted()) {
        for (Place place : job.record().places()) {
          occupants.merge(
              place.node(), job.record().title(), (one, other) -> one + " and " + other);
        }
      }
    }
    return occupants;
  }

  private void note(CompletableFuture<Void> written) {
    var _ =
        written.whenComplete((_, failure) -> {
          if (failure != null) {
            context.log().accept("what became of jobs is not stored: " + failure.getMessage());
          }
        });
  }

  void close() {
    for (LiveJob job : live.values()) {
      try {
        job.log.close();
      } catch (IOException e) {
        context.log().accept("cannot close " + job.log.file() + ": " + e.getMessage());
      }
    }
  }
}
