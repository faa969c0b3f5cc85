package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.util.List;

/** Hears of every step while a plan is carried out. */
public interface StepListener extends ProgressListener {
  /**
   * Called before a step touches the node.
   *
   * @param changes what the step will change
   * @throws Failure if the step must not be carried out, for example because it cannot be
   *     journalled
   */
  void starting(ResourceId id, List<Change> changes) throws Failure;

  /** The step has ended; a later word on the same resource replaces this one. */
  void done(ResourceId id, Outcome outcome);
}
