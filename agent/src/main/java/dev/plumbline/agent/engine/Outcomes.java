package dev.plumbline.agent.engine;

import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The outcomes of an apply, in the order in which they came. */
final class Outcomes {
  private final StepListener listener;
  private final Map<ResourceId, Outcome> outcomes = new LinkedHashMap<>();

  Outcomes(StepListener listener) {
    this.listener = listener;
  }

  /** Sets or replaces the outcome of a step. */
  void add(ResourceId id, Outcome outcome) {
    outcomes.put(id, outcome);
    listener.done(id, outcome);
  }

  Map<ResourceId, Outcome> all() {
    return Map.copyOf(outcomes);
  }

  Set<ResourceId> failed() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Outcome.Failed)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  List<Report.Step> steps() {
    return outcomes.entrySet().stream()
        .map(entry -> new Report.Step(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The outcomes in the order of a plan; what is not in it comes last. */
  List<Report.Step> steps(Plan plan) {
    Map<ResourceId, Integer> places = new HashMap<>();
    plan.steps().forEach(step -> places.putIfAbsent(step.id(), places.size()));
    return steps().stream()
        .sorted(Comparator.comparingInt(step -> places.getOrDefault(step.id(), places.size())))
        .toList();
  }

  /** The resources that should have gone from the node and did not. */
  Set<ResourceId> unfinished(List<Sight<?, ?>> leaving) {
    return leaving.stream()
        .map(Sight::id)
        .filter(id ->
            switch (outcomes.get(id)) {
              case null -> false;
              case Outcome.Changed _, Outcome.Unchanged _ -> false;
              case Outcome.Failed _, Outcome.Skipped _, Outcome.Waiting _ -> true;
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Compares what is said with what is seen after the last step: one step may undo another.
   *
   * @return how many resources agreed before the apply and differ now
   */
  int judge(List<Sight<?, ?>> now) {
    int disturbed = 0;
    for (Sight<?, ?> sight : now) {
      if (sight.look() instanceof Look.Seen<?> seen && !seen.changes().isEmpty()) {
        String differs = "differs now: " + Text.of(seen.changes());
        String remedy = "apply again; if it differs again, two resources undo each other";
        switch (outcomes.get(sight.id())) {
          case null -> {
            disturbed++;
            add(sight.id(), new Outcome.Failed("agreed before this apply, and " + differs, remedy));
          }
          case Outcome.Changed _, Outcome.Unchanged _ ->
              add(
                  sight.id(),
                  new Outcome.Failed("was right after its step, and " + differs, remedy));
          case Outcome.Failed _, Outcome.Skipped _, Outcome.Waiting _ -> {}
        }
      }
    }
    return disturbed;
  }
}
