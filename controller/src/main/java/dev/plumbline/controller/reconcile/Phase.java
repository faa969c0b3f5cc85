package dev.plumbline.controller.reconcile;

import dev.plumbline.controller.model.StepResult;
import java.util.List;

/** How far one node has come in one run. */
public sealed interface Phase {
  /** Nothing was asked of it yet. */
  record Idle() implements Phase {}

  /**
   * A request is under way.
   *
   * @param hash of the catalog that was sent; empty if none was
   * @param planned whether the plan has come: the exports that exist already came with it
   */
  record Busy(String request, String hash, boolean planned) implements Phase {}

  /**
   * The last request was answered.
   *
   * @param hash of the catalog that was sent; empty if none was
   * @param steps what became of the plan; empty after plan and drift
   */
  record Reported(String hash, List<StepResult> steps) implements Phase {
    public Reported {
      steps = List.copyOf(steps);
    }
  }

  /** The node can take no further part in the run. */
  record Broken(String message, String remedy) implements Phase {}
}
