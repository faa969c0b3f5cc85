package dev.plumbline.resources.services;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.units.UnitStatus.Enablement;
import dev.plumbline.resources.host.units.UnitStatus.Load;
import java.util.List;
import java.util.Optional;

/** What makes it impossible to give a unit the state that it must have. */
final class Obstacles {
  private final ServiceSpec spec;
  private final ServiceObservation observed;

  Obstacles(ServiceSpec spec, ServiceObservation observed) {
    this.spec = spec;
    this.observed = observed;
  }

  Optional<Failure> against(List<Change> changes) {
    boolean start = spec.running().orElse(false) && has("running", changes);
    boolean enable = spec.enabled().orElse(false) && has("enabled", changes);
    if (start || enable) {
      if (observed.missing()) {
        return failure(
            " does not exist on this node" + observed.suggestion(),
            "correct the name, or add the package that brings it to `packages`");
      }
      if (observed.masked() && spec.masked().isEmpty()) {
        return failure(" is masked", "say `masked: false` of it");
      }
      if (observed.status().load() == Load.BROKEN) {
        return failure(
            " has a unit file that systemd cannot use",
            "look at it with 'systemctl status " + spec.unit() + "' on the node");
      }
    }
    if (enable) {
      Optional<Failure> unable = cannotBeEnabled(observed.status().enablement());
      if (unable.isPresent()) {
        return unable;
      }
    }
    if (has(ServiceSpec.RELOAD, changes)
        && observed.status().running()
        && !observed.status().canReload()) {
      return failure(
          " cannot read its configuration again while it runs",
          "use `restart_on` in place of `reload_on`");
    }
    return Optional.empty();
  }

  private Optional<Failure> cannotBeEnabled(Enablement enablement) {
    return switch (enablement) {
      case STATIC ->
          failure(
              " cannot be enabled: only other units start it",
              "leave `enabled` out, or enable the unit that starts it");
      case INDIRECT ->
          failure(
              " cannot be enabled on its own: it comes with another unit",
              "enable the unit that its [Install] section names");
      case GENERATED ->
          failure(
              " cannot be enabled: it is made of an init script or of a line in /etc/fstab",
              "leave `enabled` out, or change what it is made of");
      case ENABLED, DISABLED, MASKED, RUNTIME, ALIAS, NONE -> Optional.empty();
    };
  }

  private Optional<Failure> failure(String what, String remedy) {
    return Optional.of(new Failure("unit " + spec.unit() + what, remedy));
  }

  private static boolean has(String attribute, List<Change> changes) {
    return changes.stream().anyMatch(change -> change.attribute().equals(attribute));
  }
}
