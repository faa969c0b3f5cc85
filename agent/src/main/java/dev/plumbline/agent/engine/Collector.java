package dev.plumbline.agent.engine;

import dev.plumbline.resources.Batchable;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects steps of one batchable kind that follow one another, while a plan is made. */
final class Collector {
  private final ProgressListener listener;
  private final List<PlanStep.Apply> steps = new ArrayList<>();
  private @Nullable Batch<?, ?> batch;

  Collector(ProgressListener listener) {
    this.listener = listener;
  }

  /** Whether a step of that resource would join the open batch or open one. */
  boolean takes(Subject<?, ?> subject) {
    Batch<?, ?> open = batch;
    return open == null ? subject.batchable().isPresent() : open.takes(subject.id());
  }

  /**
   * Adds a step of a resource that it takes.
   *
   * @param awaits what it requires and earlier steps change
   */
  <S extends Spec, O> void add(
      Subject<S, O> subject, O observed, PlanStep.Apply step, Set<ResourceId> awaits) {
    Batch<?, ?> open = batch;
    if (open == null) {
      open = Batch.of(subject);
      batch = open;
    }
    open.add(subject, observed, step.changes(), awaits);
    steps.add(step);
  }

  /**
   * Ends the open batch, if there is one.
   *
   * @return its steps and what comes along; a failure in place of each step that cannot or must not
   *     be carried out
   */
  List<PlanStep> close() {
    Batch<?, ?> open = batch;
    if (open == null) {
      return List.of();
    }
    batch = null;
    List<PlanStep.Apply> collected = List.copyOf(steps);
    steps.clear();
    try {
      ResourceId speaker = open.speaker();
      return foreseen(collected, open.foresee(what -> listener.now(speaker, what)));
    } catch (Failure failure) {
      return collected.stream().map(step -> fail(step.id(), failure)).toList();
    }
  }

  private static List<PlanStep> foreseen(
      List<PlanStep.Apply> collected, Batchable.Foreseen foreseen) {
    List<PlanStep> closed = new ArrayList<>();
    for (PlanStep.Apply step : collected) {
      String name = step.id().name();
      Failure failure = foreseen.failures().get(name);
      List<Change> changes = foreseen.changes().getOrDefault(name, step.changes());
      closed.add(
          failure == null
              ? new PlanStep.Apply(step.id(), changes, step.settledBy())
              : fail(step.id(), failure));
    }
    String kind = collected.getFirst().id().kind();
    for (Batchable.SideEffect effect : foreseen.sideEffects()) {
      closed.add(new PlanStep.SideEffect(effect.resource(), effect.change(), kind));
    }
    return closed;
  }

  static PlanStep fail(ResourceId id, Failure failure) {
    return new PlanStep.Fail(id, String.valueOf(failure.getMessage()), failure.remedy());
  }
}
