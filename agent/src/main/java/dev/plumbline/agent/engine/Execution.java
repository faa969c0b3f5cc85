package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out one plan. */
final class Execution {
  private final Planning planning;
  private final Guarding guarding;
  private final StepListener listener;
  private final Map<ResourceId, Sight<?, ?>> sights = new HashMap<>();
  private final Outcomes outcomes;

  private final Set<ResourceId> touched = new LinkedHashSet<>();

  /** Whether a step was tried, so that what the plan saw may be out of date. */
  private boolean stale;

  Execution(Planning planning, Guarding guarding, StepListener listener) {
    this.planning = planning;
    this.guarding = guarding;
    this.listener = listener;
    this.outcomes = new Outcomes(listener);
    planning.survey().leaving().forEach(sight -> sights.put(sight.id(), sight));
    planning.survey().staying().forEach(sight -> sights.put(sight.id(), sight));
  }

  Report run() {
    planning.tasks().forEach(this::carryOut);
    List<Sight<?, ?>> now = planning.survey().staying();
    int disturbed = 0;
    if (stale) {
      now = now.stream().<Sight<?, ?>>map(sight -> Sight.of(sight.subject())).toList();
      disturbed = outcomes.judge(now);
    }
    return new Report(
        outcomes.steps(planning.plan()),
        planning.plan().unchanged() - disturbed,
        Planning.exports(now),
        planning.plan().unmanaged(),
        Owed.after(planning.desired(), touched, outcomes.all()),
        outcomes.unfinished(planning.survey().leaving()));
  }

  private void carryOut(List<PlanStep> task) {
    if (isGuarded(task.getFirst())) {
      guarded(task);
      return;
    }
    for (PlanStep step : task) {
      switch (step) {
        case PlanStep.Apply apply -> {
          Subject<?, ?> subject = sight(apply.id()).subject();
          if (subject.batchable().isPresent()) {
            together(Batch.of(subject), task);
            return;
          }
          carryOut(sight(apply.id()));
        }
        case PlanStep.Withdraw withdraw -> carryOut(sight(withdraw.id()));
        case PlanStep.Wait wait -> outcomes.add(wait.id(), new Outcome.Waiting(Text.of(wait.on())));
        case PlanStep.Skip skip -> outcomes.add(skip.id(), new Outcome.Skipped(skip.reason()));
        case PlanStep.Fail fail ->
            outcomes.add(fail.id(), new Outcome.Failed(fail.message(), fail.remedy()));
        case PlanStep.SideEffect _ -> {}
      }
    }
  }

  private <S extends Spec, O> void carryOut(Sight<S, O> sight) {
    Subject<S, O> subject = sight.subject();
    Optional<Todo<O>> todo = begin(sight);
    if (todo.isEmpty()) {
      return;
    }
    try {
      stale = true;
      subject.apply(
          todo.get().observed(), todo.get().changes(), what -> listener.now(subject.id(), what));
      outcomes.add(subject.id(), verify(subject, todo.get().changes()));
    } catch (Failure failure) {
      outcomes.add(subject.id(), Outcome.Failed.from(failure));
    }
  }

  private boolean isGuarded(PlanStep step) {
    return switch (step) {
      case PlanStep.Apply apply -> sight(apply.id()).subject().guarded();
      case PlanStep.Withdraw withdraw -> sight(withdraw.id()).subject().guarded();
      case PlanStep.SideEffect _, PlanStep.Wait _, PlanStep.Fail _, PlanStep.Skip _ -> false;
    };
  }

  private void guarded(List<PlanStep> task) {
    GuardedSteps steps = new GuardedSteps(guarding, listener);
    task.forEach(step -> guarded(sight(step.id()), steps));
    if (steps.isEmpty()) {
      return;
    }
    stale = true;
    steps
        .carryOut()
        .forEach((id, outcome) -> {
          if (!(outcome instanceof Outcome.Changed)) {
            touched.remove(id); // It is as it was: nothing has to react to it.
          }
          outcomes.add(id, outcome);
        });
  }

  private <S extends Spec, O> void guarded(Sight<S, O> sight, GuardedSteps steps) {
    begin(sight).ifPresent(todo -> steps.add(sight.subject(), todo.observed(), todo.changes()));
  }

  private void together(Batch<?, ?> batch, List<PlanStep> task) {
    Map<Subject<?, ?>, List<Change>> begun = new LinkedHashMap<>();
    for (PlanStep step : task) {
      switch (step) {
        case PlanStep.Apply apply -> {
          Sight<?, ?> sight = sight(apply.id());
          begin(sight)
              .ifPresent(todo -> {
                batch.add(sight.subject(), todo.observed(), todo.changes(), Set.of());
                begun.put(
                    sight.subject(), asPlanned(sight, todo) ? apply.changes() : todo.changes());
              });
        }
        case PlanStep.Fail fail ->
            outcomes.add(fail.id(), new Outcome.Failed(fail.message(), fail.remedy()));
        case PlanStep.Withdraw _, PlanStep.SideEffect _, PlanStep.Wait _, PlanStep.Skip _ -> {}
      }
    }
    if (batch.isEmpty()) {
      return;
    }
    stale = true;
    ResourceId speaker = batch.speaker();
    Map<ResourceId, Failure> failures = batch.apply(what -> listener.now(speaker, what));
    begun.forEach((subject, changes) -> {
      Failure failure = failures.get(subject.id());
      outcomes.add(
          subject.id(), failure == null ? verify(subject, changes) : Outcome.Failed.from(failure));
    });
  }

  /** Whether the resource still looks as it did when its batch was foreseen. */
  private static boolean asPlanned(Sight<?, ?> sight, Todo<?> todo) {
    return sight.look() instanceof Look.Seen<?> seen && seen.changes().equals(todo.changes());
  }

  /** What one step has to do. */
  private record Todo<O>(O observed, List<Change> changes) {}

  /** What the step has to do now; empty, with an outcome, if it has nothing to do or must not. */
  private <S extends Spec, O> Optional<Todo<O>> begin(Sight<S, O> sight) {
    ResourceId id = sight.id();
    Optional<ResourceId> failed = planning.survey().predecessors().first(id, outcomes.failed());
    if (failed.isPresent()) {
      outcomes.add(id, new Outcome.Skipped(failed.get() + " failed"));
      return Optional.empty();
    }
    Look<O> look = stale ? sight.subject().compare() : sight.look();
    try {
      Look.Seen<O> seen = look.orFail();
      List<Change> changes = new ArrayList<>(seen.changes());
      changes.addAll(sight.subject().reactions(planning.desired().owed().to(id, touched)));
      if (changes.isEmpty()) {
        outcomes.add(id, new Outcome.Unchanged());
        return Optional.empty();
      }
      sight.subject().mayApply(seen, Set.of());
      listener.starting(id, changes);
      touched.add(id);
      return Optional.of(new Todo<>(seen.observed(), changes));
    } catch (Failure failure) {
      outcomes.add(id, Outcome.Failed.from(failure));
      return Optional.empty();
    }
  }

  static Outcome verify(Subject<?, ?> subject, List<Change> changes) {
    return switch (subject.compare()) {
      case Look.Seen<?> seen when seen.changes().isEmpty() -> new Outcome.Changed(changes);
      case Look.Seen<?> seen ->
          new Outcome.Failed(
              "applied, but still differs: " + Text.of(seen.changes()),
              "look for what changes it back, and apply again");
      case Look.Unseen<?> unseen ->
          new Outcome.Failed(
              "applied, but cannot be observed: " + unseen.failure().getMessage(),
              unseen.failure().remedy());
      case Look.Lacking<?> _ -> throw new IllegalStateException("compare() never lacks");
    };
  }

  private Sight<?, ?> sight(ResourceId id) {
    Sight<?, ?> sight = sights.get(id);
    if (sight == null) {
      throw new IllegalStateException("the plan speaks of " + id + ", the survey does not");
    }
    return sight;
  }
}
