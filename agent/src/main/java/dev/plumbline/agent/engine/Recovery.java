package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.util.List;

/** Finds out what came of an interrupted apply, by looking at the node. */
final class Recovery {
  private final Desired desired;
  private final Survey survey;
  private final Interrupted interrupted;
  private final Outcomes outcomes;
  private int unchanged;

  Recovery(Desired desired, Survey survey, Interrupted interrupted, StepListener listener) {
    this.desired = desired;
    this.survey = survey;
    this.interrupted = interrupted;
    this.outcomes = new Outcomes(listener);
  }

  Report report() {
    for (Sight<?, ?> sight : survey.leaving()) {
      if (!settle(sight)) {
        open(sight);
      }
    }
    for (Sight<?, ?> sight : survey.staying()) {
      if (!settle(sight) && !open(sight)) {
        unchanged++;
      }
    }
    return new Report(
        outcomes.steps(),
        unchanged,
        Planning.exports(survey.staying()),
        survey.unmanaged(),
        Owed.after(desired, interrupted.started().keySet(), interrupted.done()),
        outcomes.unfinished(survey.leaving()));
  }

  /** The outcome of a step that was begun; false if it was not. */
  private boolean settle(Sight<?, ?> sight) {
    ResourceId id = sight.id();
    Outcome done = interrupted.done().get(id);
    if (done != null) {
      outcomes.add(id, done);
      return true;
    }
    List<Change> changes = interrupted.started().get(id);
    if (changes == null) {
      return false;
    }
    outcomes.add(
        id,
        switch (sight.look()) {
          case Look.Seen<?> seen when seen.changes().isEmpty() -> new Outcome.Changed(changes);
          case Look.Seen<?> seen ->
              new Outcome.Failed(
                  "the agent ended during this step, and it still differs: "
                      + Text.of(seen.changes()),
                  "apply again");
          case Look.Unseen<?> unseen -> Outcome.Failed.from(unseen.failure());
          case Look.Lacking<?> lacking -> new Outcome.Waiting(Text.of(lacking.exports()));
        });
    return true;
  }

  /** The outcome of a resource without a step; false if it agrees. */
  private boolean open(Sight<?, ?> sight) {
    switch (sight.look()) {
      case Look.Seen<?> seen when seen.changes().isEmpty() && seen.lacks().isEmpty() -> {
        return false;
      }
      case Look.Seen<?> seen when seen.changes().isEmpty() ->
          outcomes.add(sight.id(), new Outcome.Waiting(Text.of(seen.lacks())));
      case Look.Seen<?> _ ->
          outcomes.add(sight.id(), new Outcome.Skipped("the agent ended before this step"));
      case Look.Unseen<?> unseen -> outcomes.add(sight.id(), Outcome.Failed.from(unseen.failure()));
      case Look.Lacking<?> lacking ->
          outcomes.add(sight.id(), new Outcome.Waiting(Text.of(lacking.exports())));
    }
    return true;
  }
}
