package dev.plumbline.agent.work;

import dev.plumbline.agent.engine.Desired;
import dev.plumbline.agent.engine.Engine;
import dev.plumbline.agent.engine.Guarding;
import dev.plumbline.agent.engine.Interrupted;
import dev.plumbline.agent.engine.Owed;
import dev.plumbline.agent.engine.Planning;
import dev.plumbline.agent.engine.Report;
import dev.plumbline.agent.engine.StepListener;
import dev.plumbline.agent.guard.Guards;
import dev.plumbline.agent.journal.Assignment;
import dev.plumbline.agent.journal.CatalogFile;
import dev.plumbline.agent.journal.Entry;
import dev.plumbline.agent.journal.Finished;
import dev.plumbline.agent.journal.Journal;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.PlanStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Carries out applies with their records in the journal, and settles those that were cut short. */
final class Applier {
  private static final System.Logger LOG = System.getLogger(Applier.class.getName());
  private final Engine engine;
  private final Decoding decoding;
  private final Journal journal;
  private final CatalogFile catalog;
  private final Guards guards;
  private final Answers answers;
  private final LongSupplier nanos;

  Applier(
      Engine engine,
      Decoding decoding,
      Journal journal,
      CatalogFile catalog,
      Guards guards,
      Answers answers,
      LongSupplier nanos) {
    this.engine = engine;
    this.decoding = decoding;
    this.journal = journal;
    this.catalog = catalog;
    this.guards = guards;
    this.answers = answers;
    this.nanos = nanos;
  }

  /**
   * Observes, plans and carries out.
   *
   * @throws Failure if it cannot be begun; nothing was touched then
   */
  Finished apply(Request.Apply request) throws Failure {
    long start = nanos.getAsLong();
    Desired desired = decoding.desired(request.assignment(), catalog.current());
    Planning planning =
        engine.plan(desired, (id, what) -> answers.progress(request.id(), Optional.of(id), what));
    String observed = planning.plan().observed();
    if (!request.observed().orElse(observed).equals(observed)) {
      throw new Failure("the node has changed since it was planned", "plan again");
    }
    Optional<Entry> entry =
        touches(planning)
            ? Optional.of(begin(request.id(), request.assignment()))
            : Optional.empty();
    answers.planned(request.id(), planning.plan(), planning.exports());
    Report report =
        engine.apply(planning, guards.during(request.id()), new Recording(request.id(), entry));
    keep(request.assignment(), report);
    return finish(request.id(), request.assignment(), report, entry, start);
  }

  /**
   * What came of an apply that was cut short.
   *
   * @param isUndone whether a guard undid some of it, so that to begin it anew would do the same
   */
  record Settled(Finished report, boolean isUndone) {}

  /** Finds out what came of an apply that was cut short, and ends its record. */
  Settled settle(Journal.Past.Open open) {
    long start = nanos.getAsLong();
    Assignment assignment = open.assignment();
    Interrupted interrupted = open.interrupted();
    try {
      Map<ResourceId, Guarding.RolledBack> undone = guards.settle(open.request());
      interrupted = interrupted.with(undone);
      Desired desired = decoding.desired(assignment, catalog.current());
      Report report =
          engine.recover(desired, interrupted, new Recording(open.request(), Optional.empty()));
      keep(assignment, report);
      return new Settled(
          finish(open.request(), assignment, report, Optional.of(open.entry()), start),
          !undone.isEmpty());
    } catch (Failure failure) {
      Report report = unsettled(interrupted, failure);
      return new Settled(
          finish(open.request(), assignment, report, Optional.of(open.entry()), start), false);
    }
  }

  /** A journal that cannot be written refuses an apply that would touch the node. */
  private Entry begin(String request, Assignment assignment) throws Failure {
    try {
      return journal.begin(request, assignment);
    } catch (Failure failure) {
      throw new Failure(
          "the agent's journal cannot be written: " + failure.getMessage(),
          failure.remedy(),
          failure);
    }
  }

  private static boolean touches(Planning planning) {
    return planning.plan().steps().stream()
        .anyMatch(step -> step instanceof PlanStep.Apply || step instanceof PlanStep.Withdraw);
  }

  private Finished finish(
      String request, Assignment assignment, Report report, Optional<Entry> entry, long start) {
    Finished finished =
        new Finished(
            request,
            assignment.catalog().hash(),
            assignment.revision(),
            report.steps(),
            report.exports(),
            report.unchanged(),
            report.unmanaged(),
            (nanos.getAsLong() - start) / 1_000_000);
    if (entry.isPresent()) {
      try {
        entry.get().finished(finished);
        guards.forget(request);
      } catch (Failure failure) {
        // It still reaches the controller, from memory.
        LOG.log(
            System.Logger.Level.ERROR,
            "the report of request {0} is not on the disk: {1}",
            request,
            failure.getMessage());
      }
    }
    return finished;
  }

  /** The node was changed as the report says, whether the disk takes the catalog or not. */
  private void keep(Assignment assignment, Report report) {
    try {
      catalog.replace(
          Decoding.after(assignment, catalog.current(), report.toWithdraw(), report.owed()));
    } catch (Failure failure) {
      LOG.log(
          System.Logger.Level.ERROR,
          "the catalog that was applied is not on the disk: {0}",
          failure.getMessage());
    }
  }

  private static Report unsettled(Interrupted interrupted, Failure why) {
    List<Report.Step> steps =
        interrupted.started().keySet().stream()
            .map(id ->
                new Report.Step(
                    id,
                    interrupted
                        .done()
                        .getOrDefault(
                            id,
                            new Outcome.Failed(
                                "the agent ended during this step: " + why.getMessage(),
                                why.remedy()))))
            .toList();
    return new Report(steps, 0, List.of(), List.of(), Owed.NOTHING, Set.of());
  }

  /** Writes each step into the journal before it starts, and tells the controller of it. */
  private final class Recording implements StepListener {
    private final String request;
    private final Optional<Entry> entry;

    Recording(String request, Optional<Entry> entry) {
      this.request = request;
      this.entry = entry;
    }

    @Override
    public void starting(ResourceId id, List<Change> changes) throws Failure {
      if (entry.isPresent()) {
        entry.get().started(id, changes);
      }
    }

    @Override
    public void now(ResourceId id, String what) {
      answers.progress(request, Optional.of(id), what);
    }

    @Override
    public void done(ResourceId id, Outcome outcome) {
      answers.done(request, id, outcome);
      if (entry.isPresent()) {
        try {
          entry.get().done(id, outcome);
        } catch (Failure failure) {
          // After a crash the node itself would be asked what came of the step.
          LOG.log(
              System.Logger.Level.WARNING,
              "the outcome of {0} is not in the journal: {1}",
              id,
              failure.getMessage());
        }
      }
    }
  }
}
