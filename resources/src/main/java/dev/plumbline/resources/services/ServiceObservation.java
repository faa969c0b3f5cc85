package dev.plumbline.resources.services;

import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.UnitStatus.Active;
import dev.plumbline.resources.host.units.UnitStatus.Enablement;
import dev.plumbline.resources.host.units.UnitStatus.Load;

/**
 * What systemd says of a unit.
 *
 * @param suggestion a unit that may have been meant, if this one is not there: " (did you mean
 *     'x'?)"; else empty
 */
public record ServiceObservation(UnitStatus status, String suggestion) {
  boolean missing() {
    return status.load() == Load.NOT_FOUND;
  }

  boolean masked() {
    return status.load() == Load.MASKED || status.enablement() == Enablement.MASKED;
  }

  boolean enabled() {
    return status.enablement() == Enablement.ENABLED;
  }

  /** Whether stopping it would change anything. */
  boolean stopped() {
    return switch (status.active()) {
      case INACTIVE, FAILED, DEACTIVATING -> true;
      case ACTIVE, RELOADING, ACTIVATING, MAINTENANCE -> false;
    };
  }

  /** Whether it runs, and what else is to be said of it if it does not. */
  String activity() {
    return switch (status.active()) {
      case ACTIVE, RELOADING -> "true";
      case INACTIVE -> "false";
      case FAILED, ACTIVATING, DEACTIVATING, MAINTENANCE ->
          "false (" + name(status.active()) + ", " + status.sub() + ")";
    };
  }

  private static String name(Active active) {
    return active.name().toLowerCase(java.util.Locale.ROOT);
  }
}
