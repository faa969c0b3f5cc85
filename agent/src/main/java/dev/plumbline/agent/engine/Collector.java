package dev.plumbline.agent.engine;

import dev.plumbline.resources.Batchable;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects steps of one batchable kind that follow one another, while a plan is made. */
final class Collector {
  private final List<PlanStep.Apply> steps = new ArrayList<>();
  private @Nullable Batch<?, ?> batch;

  /** Whether a step of that resource would join the open batch or open one. */
  boolean takes(Subject<?, ?> subject) {
    Batch<?, ?> open = batch;
    return open == null ? subject.batchable().isPresent() : open.takes(subject.id());
  }

  /** Adds a step of a resource that it takes. */
  <S extends Spec, O> void add(Subject<S, O> subject, O observed, PlanStep.Apply step) {
    Batch<?, ?> open = batch;
    if (open == null) {
      open = Batch.of(subject);
      batch = open;
    }
    open.add(subject, observed, step.changes());
    steps.add(step);
  }

  /**
   * Ends the open batch, if there is one.
   *
   * @return its steps and what comes along, or a failure in place of each step
   */
  List<PlanStep> close() {
    Batch<?, ?> open = batch;
    if (open == null) {
      return List.of();
    }
    List<PlanStep> closed = new ArrayList<>();
    try {
      List<Batchable.SideEffect> effects = open.foresee();
      closed.addAll(steps);
      String kind = steps.getFirst().id().kind();
      for (Batchable.SideEffect effect : effects) {
        closed.add(new PlanStep.SideEffect(effect.resource(), effect.change(), kind));
      }
    } catch (Failure failure) {
      for (PlanStep.Apply step : steps) {
        closed.add(fail(step.id(), failure));
      }
    }
    batch = null;
    steps.clear();
    return closed;
  }

  static PlanStep fail(ResourceId id, Failure failure) {
    return new PlanStep.Fail(id, String.valueOf(failure.getMessage()), failure.remedy());
  }
}
