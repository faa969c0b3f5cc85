package dev.plumbline.resources.services;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.Units;
import java.util.List;

/** Carries out the changes of one unit, in the order in which they can work. */
final class Turn {
  private final Units units;
  private final Journal journal;
  private final String unit;
  private final List<Change> changes;
  private final Progress progress;

  Turn(Units units, Journal journal, String unit, List<Change> changes, Progress progress) {
    this.units = units;
    this.journal = journal;
    this.unit = unit;
    this.changes = changes;
    this.progress = progress;
  }

  void carryOut() throws Failure {
    if (becomes("masked", "false")) {
      units.unmask(unit);
    }
    if (becomes("enabled", "true")) {
      units.enable(unit);
    }
    if (becomes("enabled", "false")) {
      units.disable(unit);
    }
    if (becomes("running", "false")) {
      progress.now("stopping " + unit);
      units.stop(unit);
    }
    if (becomes("masked", "true")) {
      units.mask(unit);
    }
    try {
      if (becomes("running", "true")) {
        start();
      } else {
        react();
      }
    } catch (Failure failure) {
      throw journal.explain(unit, failure);
    }
  }

  private void start() throws Failure {
    progress.now("starting " + unit);
    units.start(unit);
    UnitStatus status = units.status(unit);
    if (status.active() == UnitStatus.Active.INACTIVE) {
      throw new Failure(
          "unit " + unit + " ended as soon as it was started",
          "leave `running` out if it is one that does its work and ends");
    }
  }

  /** What does not run needs no restart: it will read its configuration when it starts. */
  private void react() throws Failure {
    boolean restart = has(ServiceSpec.RESTART);
    if ((restart || has(ServiceSpec.RELOAD)) && units.status(unit).running()) {
      progress.now((restart ? "restarting " : "reloading ") + unit);
      if (restart) {
        units.restart(unit);
      } else {
        units.reload(unit);
      }
    }
  }

  private boolean has(String attribute) {
    return changes.stream().anyMatch(change -> change.attribute().equals(attribute));
  }

  private boolean becomes(String attribute, String value) {
    return changes.stream()
        .anyMatch(change ->
            change instanceof Change.Certain certain
                && certain.attribute().equals(attribute)
                && value.equals(certain.to()));
  }
}
