package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far an apply came before the agent ended.
 *
 * @param started the steps that were begun, with what they were to change
 * @param done the outcomes of those that ended
 */
public record Interrupted(Map<ResourceId, List<Change>> started, Map<ResourceId, Outcome> done) {
  public Interrupted {
    started = Map.copyOf(started);
    done = Map.copyOf(done);
  }

  /** The same apply, with what is known of steps that were undone since. */
  public Interrupted with(Map<ResourceId, Guarding.RolledBack> undone) {
    Map<ResourceId, Outcome> all = new HashMap<>(done);
    undone.forEach((id, back) -> {
      List<Change> changes = started.get(id);
      if (changes != null) {
        all.put(id, GuardedSteps.rolledBack(changes, back));
      }
    });
    return new Interrupted(started, all);
  }
}
