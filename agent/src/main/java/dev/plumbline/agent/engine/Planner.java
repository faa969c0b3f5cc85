package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one plan of one survey. Touches nothing; batches are foreseen, which is read-only. */
final class Planner {
  private final Desired desired;
  private final Survey survey;
  private final List<List<PlanStep>> tasks = new ArrayList<>();
  private final Set<ResourceId> changing = new LinkedHashSet<>();
  private final Set<ResourceId> failing = new LinkedHashSet<>();
  private final Map<ResourceId, Set<ExportKey>> waiting = new LinkedHashMap<>();
  private final Collector collector;

  /** Steps that can cut the node off and follow one another; withdrawals wait for the others. */
  private final List<PlanStep> guarded = new ArrayList<>();

  private int unchanged;

  Planner(Desired desired, Survey survey, ProgressListener listener) {
    this.desired = desired;
    this.survey = survey;
    this.collector = new Collector(listener);
  }

  Planning plan() {
    survey.leaving().forEach(this::withdraw);
    survey.staying().forEach(this::place);
    close();
    closeGuarded();
    Plan plan =
        new Plan(
            desired.catalog().node(),
            desired.hash(),
            tasks.stream().flatMap(List::stream).toList(),
            survey.hash(),
            unchanged,
            survey.unmanaged());
    return new Planning(desired, survey, plan, List.copyOf(tasks));
  }

  private void withdraw(Sight<?, ?> sight) {
    switch (sight.look()) {
      case Look.Seen<?> seen when !seen.changes().isEmpty() -> {
        changing.add(sight.id());
        PlanStep step = new PlanStep.Withdraw(sight.id(), seen.changes());
        if (sight.subject().guarded()) {
          guarded.add(step);
        } else {
          add(step);
        }
      }
      case Look.Unseen<?> unseen -> add(Collector.fail(sight.id(), unseen.failure()));
      case Look.Seen<?> _, Look.Lacking<?> _ -> {}
    }
  }

  private <S extends Spec, O> void place(Sight<S, O> sight) {
    switch (sight.look()) {
      case Look.Lacking<O> lacking -> wait(sight.id(), lacking.exports());
      case Look.Unseen<O> unseen -> fails(sight.id(), unseen.failure());
      case Look.Seen<O> seen -> {
        try {
          place(sight, seen);
        } catch (Failure failure) {
          fails(sight.id(), failure);
        }
      }
    }
  }

  private <S extends Spec, O> void place(Sight<S, O> sight, Look.Seen<O> seen) throws Failure {
    ResourceId id = sight.id();
    if (changes(sight, seen).isEmpty()) {
      agrees(id, seen);
      return;
    }
    if (!collector.takes(sight.subject())) {
      close(); // May turn what this one needs into a failure.
    }
    List<Change> changes = changes(sight, seen);
    if (changes.isEmpty()) {
      agrees(id, seen);
      return;
    }
    Optional<ResourceId> failed = survey.predecessors().first(id, failing);
    if (failed.isPresent()) {
      add(new PlanStep.Skip(id, failed.get() + " failed"));
      return;
    }
    Set<ExportKey> lacks = new LinkedHashSet<>();
    survey
        .predecessors()
        .required(id)
        .forEach(needed -> lacks.addAll(waiting.getOrDefault(needed, Set.of())));
    if (!lacks.isEmpty()) {
      wait(id, lacks);
      return;
    }
    Set<ResourceId> awaits = new LinkedHashSet<>(survey.predecessors().of(id));
    awaits.retainAll(changing);
    sight.subject().mayApply(seen, awaits);
    boolean settled = sight.subject().mayBeSettled(seen.observed());
    PlanStep.Apply step = new PlanStep.Apply(id, changes, settled ? awaits : Set.of());
    changing.add(id);
    if (!seen.lacks().isEmpty()) {
      waiting.put(id, seen.lacks());
    }
    if (sight.subject().guarded()) {
      guarded.add(step);
      return;
    }
    if (guarded.stream().anyMatch(PlanStep.Apply.class::isInstance)) {
      closeGuarded();
    }
    if (collector.takes(sight.subject())) {
      collector.add(sight.subject(), seen.observed(), step, awaits);
    } else {
      add(step);
    }
  }

  /** Ends the steps that are changed and confirmed together. */
  private void closeGuarded() {
    if (!guarded.isEmpty()) {
      tasks.add(List.copyOf(guarded));
      guarded.clear();
    }
  }

  private void agrees(ResourceId id, Look.Seen<?> seen) {
    if (seen.lacks().isEmpty()) {
      unchanged++;
    } else {
      wait(id, seen.lacks());
    }
  }

  /** What differs, and what has to be done because others change. */
  private <S extends Spec, O> List<Change> changes(Sight<S, O> sight, Look.Seen<O> seen)
      throws Failure {
    List<Change> changes = new ArrayList<>(seen.changes());
    changes.addAll(sight.subject().reactions(desired.owed().to(sight.id(), changing)));
    return changes;
  }

  /** Ends the batch that is being collected. */
  private void close() {
    List<PlanStep> closed = collector.close();
    if (!closed.isEmpty()) {
      tasks.add(closed);
    }
    for (PlanStep step : closed) {
      if (step instanceof PlanStep.Fail) {
        changing.remove(step.id());
        failing.add(step.id());
      }
    }
  }

  private void wait(ResourceId id, Set<ExportKey> on) {
    waiting.put(id, on);
    add(new PlanStep.Wait(id, on));
  }

  private void fails(ResourceId id, Failure failure) {
    failing.add(id);
    add(Collector.fail(id, failure));
  }

  private void add(PlanStep step) {
    tasks.add(List.of(step));
  }
}
