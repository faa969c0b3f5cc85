package dev.plumbline.agent.work;

import dev.plumbline.agent.engine.Desired;
import dev.plumbline.agent.engine.Engine;
import dev.plumbline.agent.engine.Planning;
import dev.plumbline.agent.guard.Guards;
import dev.plumbline.agent.journal.Assignment;
import dev.plumbline.agent.journal.CatalogFile;
import dev.plumbline.agent.journal.Finished;
import dev.plumbline.agent.journal.Journal;
import dev.plumbline.agent.journal.LastApplied;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The one thread that looks at the node and changes it: one request after the other. */
public final class Worker implements Runnable {
  private static final System.Logger LOG = System.getLogger(Worker.class.getName());
  private static final int WAITING = 16;
  private static final int QUIET_SECONDS = 20;
  private final Engine engine;
  private final Decoding decoding;
  private final Applier applier;
  private final CatalogFile catalog;
  private final Guards guards;
  private final Reports reports;
  private final Answers answers;
  private final Supplier<Map<String, String>> facts;
  private final Leftovers leftovers;
  private final List<Journal.Past> past;
  private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>(WAITING);
  private volatile String running = "";

  /** Programs that an agent which died left running. */
  @FunctionalInterface
  public interface Leftovers {
    /** Waits until none is left. */
    void finish() throws Failure;
  }

  /** What the worker keeps on disk. */
  public record Memory(
      Journal journal, List<Journal.Past> past, CatalogFile catalog, Guards guards) {}

  public Worker(
      String node,
      Registry registry,
      Engine engine,
      Memory memory,
      Leftovers leftovers,
      Supplier<Map<String, String>> facts,
      Answers answers,
      LongSupplier nanos) {
    this.engine = engine;
    this.decoding = new Decoding(registry, node);
    this.catalog = memory.catalog();
    this.guards = memory.guards();
    this.reports = new Reports(memory.journal());
    this.answers = answers;
    this.facts = facts;
    this.leftovers = leftovers;
    this.past = memory.past();
    this.applier = new Applier(engine, decoding, memory.journal(), catalog, guards, answers, nanos);
    for (Journal.Past each : past) {
      switch (each) {
        case Journal.Past.Ended ended -> reports.add(ended.report());
        case Journal.Past.Open open -> running = open.request();
      }
    }
  }

  /** Takes a request; rejects it when too many wait already. */
  public void submit(Request request) {
    if (!waiting.offer(request)) {
      answers.rejected(
          request.id(),
          new Failure(
              "the agent has " + WAITING + " requests waiting, and carries out " + running,
              "wait until it is done"));
    }
  }

  /** Forgets the requests that were not begun: whoever asked for them is gone. */
  public void forgetWaiting() {
    waiting.clear();
  }

  /**
   * The id of the request that is carried out now, or of the one before if its report has not
   * reached the controller, which need not begin it anew; empty if there is none.
   */
  public String running() {
    String now = running;
    return now.isEmpty() ? reports.last().orElse("") : now;
  }

  public Reports reports() {
    return reports;
  }

  public Optional<LastApplied> lastApplied() {
    return catalog.current();
  }

  @Override
  public void run() {
    settlePast();
    guards.forgetAll();
    try {
      while (true) {
        Request request = waiting.poll(QUIET_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
          // A big catalog leaves a big heap behind, and this agent has the whole day.
          System.gc();
          request = waiting.take();
        }
        carryOutOrReject(request);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void carryOutOrReject(Request request) {
    running = request.id();
    try {
      carryOut(request);
    } catch (Failure failure) {
      answers.rejected(request.id(), failure);
    } finally {
      running = "";
    }
  }

  private void settlePast() {
    List<Journal.Past.Open> open = new ArrayList<>();
    for (Journal.Past each : past) {
      if (each instanceof Journal.Past.Open cut) {
        open.add(cut);
      }
    }
    if (open.isEmpty()) {
      return;
    }
    try {
      leftovers.finish();
    } catch (Failure failure) {
      LOG.log(System.Logger.Level.ERROR, "what was left running: {0}", failure.getMessage());
    }
    for (Journal.Past.Open each : open) {
      Applier.Settled settled = applier.settle(each);
      if (settled.isUndone()) {
        reports.add(settled.report());
      } else {
        reports.addCutShort(settled.report());
      }
      answers.applied(settled.report());
    }
    running = "";
  }

  private void carryOut(Request request) throws Failure {
    switch (request) {
      case Request.Plan plan -> {
        Planning planning = plan(plan.id(), plan.assignment());
        answers.planned(plan.id(), planning.plan(), planning.exports());
      }
      case Request.Apply apply -> report(applier.apply(apply));
      case Request.Exports exports ->
          answers.exports(exports.id(), engine.exports(desired(Optional.empty())));
      case Request.Facts wanted -> answers.facts(wanted.id(), facts.get());
    }
  }

  private Planning plan(String request, Optional<Assignment> given) throws Failure {
    return engine.plan(
        desired(given), (id, what) -> answers.progress(request, Optional.of(id), what));
  }

  /** The given catalog, or the last applied one. */
  private Desired desired(Optional<Assignment> given) throws Failure {
    Optional<LastApplied> last = catalog.current();
    Assignment assignment =
        given
            .or(() -> last.map(LastApplied::assignment))
            .orElseThrow(() ->
                new Failure("nothing was ever applied to this node", "run 'plumb apply' first"));
    return decoding.desired(assignment, last);
  }

  private void report(Finished finished) {
    reports.add(finished);
    answers.applied(finished);
  }
}
