package dev.plumbline.controller.run;

import java.util.Optional;

/** Who asked for a run. Must not block: a caller that does not read never holds up a run. */
public interface RunObserver {
  void happened(RunEvent event);

  /**
   * Nothing more will happen.
   *
   * @param refusal why there was no run; empty if there was one
   */
  void ended(Optional<Refusal> refusal);
}
