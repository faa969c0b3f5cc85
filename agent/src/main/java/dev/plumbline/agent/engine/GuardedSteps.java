package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.guard.Guard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Steps that can cut the node off: armed, then changed, then confirmed, all together. */
final class GuardedSteps {
  private final Guarding guarding;
  private final StepListener listener;
  private final List<Step<?, ?>> steps = new ArrayList<>();

  GuardedSteps(Guarding guarding, StepListener listener) {
    this.guarding = guarding;
    this.listener = listener;
  }

  private record Step<S extends Spec, O>(Subject<S, O> subject, O observed, List<Change> changes) {
    void probe(StepListener listener) throws Failure {
      subject.probe(observed, what -> listener.now(subject.id(), what));
    }

    Guard guard() throws Failure {
      return subject.guard(observed, changes);
    }

    void apply(StepListener listener) throws Failure {
      subject.apply(observed, changes, what -> listener.now(subject.id(), what));
    }
  }

  <S extends Spec, O> void add(Subject<S, O> subject, O observed, List<Change> changes) {
    steps.add(new Step<>(subject, observed, changes));
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The outcomes, in the order of the steps: all are changed, or nothing is. */
  Map<ResourceId, Outcome> carryOut() {
    for (Step<?, ?> step : steps) {
      try {
        step.probe(listener);
      } catch (Failure failure) {
        return all(other ->
            other.subject().id().equals(step.subject().id())
                ? Outcome.Failed.from(failure)
                : new Outcome.Skipped(step.subject().id() + " failed"));
      }
    }
    return guarded();
  }

  private Map<ResourceId, Outcome> guarded() {
    Guarding.Armed armed;
    try {
      Map<ResourceId, Guard> guards = new LinkedHashMap<>();
      for (Step<?, ?> step : steps) {
        guards.put(step.subject().id(), step.guard());
      }
      armed = guarding.arm(guards, listener);
    } catch (Failure failure) {
      return all(step -> Outcome.Failed.from(failure));
    }
    Map<ResourceId, Outcome.Failed> failed = change();
    if (failed.isEmpty()) {
      Optional<Guarding.RolledBack> back = armed.confirm();
      return all(step ->
          back.isEmpty()
              ? new Outcome.Changed(step.changes())
              : rolledBack(step.changes(), back.get()));
    }
    ResourceId first = failed.keySet().iterator().next();
    Guarding.RolledBack back = armed.rollBack();
    return all(step -> {
      Outcome.Failed own = failed.get(step.subject().id());
      return own == null
          ? new Outcome.Failed(
              rolledBack(step.changes(), back).message()
                  + ", because "
                  + first
                  + " could not be changed",
              back.remedy())
          : new Outcome.Failed(own.message() + "; rolled back " + back.how(), own.remedy());
    });
  }

  /** What an outcome says of a step that was undone. */
  static Outcome.Failed rolledBack(List<Change> changes, Guarding.RolledBack back) {
    return new Outcome.Failed(
        "rolled back (" + Text.of(changes) + ") " + back.how(), back.remedy());
  }

  /** Makes the changes, up to the first that fails; that one. */
  private Map<ResourceId, Outcome.Failed> change() {
    for (Step<?, ?> step : steps) {
      try {
        step.apply(listener);
      } catch (Failure failure) {
        return Map.of(step.subject().id(), Outcome.Failed.from(failure));
      }
    }
    Map<ResourceId, Outcome.Failed> failed = new LinkedHashMap<>();
    for (Step<?, ?> step : steps) {
      if (Execution.verify(step.subject(), step.changes()) instanceof Outcome.Failed differs) {
        failed.put(step.subject().id(), differs);
      }
    }
    return failed;
  }

  private Map<ResourceId, Outcome> all(Function<Step<?, ?>, Outcome> outcome) {
    Map<ResourceId, Outcome> outcomes = new LinkedHashMap<>();
    steps.forEach(step -> outcomes.put(step.subject().id(), outcome.apply(step)));
    return outcomes;
  }
}
