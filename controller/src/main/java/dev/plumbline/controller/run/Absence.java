package dev.plumbline.controller.run;

import dev.plumbline.controller.reconcile.Decision;
import java.time.temporal.ChronoUnit;

/** Says of a node that cannot be reached why, as far as that is known. */
final class Absence {
  private Absence() {}

  static String note(Decision.Pending pending) {
    if (pending.refusal().isPresent()) {
      return "its agent was refused: " + pending.refusal().get();
    }
    return pending
        .since()
        .map(since -> "pending since " + since.truncatedTo(ChronoUnit.SECONDS))
        .orElse("pending: its agent was never connected; plumb apply installs it");
  }
}
