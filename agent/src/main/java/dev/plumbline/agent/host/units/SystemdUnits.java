package dev.plumbline.agent.host.units;

import dev.plumbline.agent.dbus.BusErrorException;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.Units;
import java.util.Map;

/** The units of this machine's systemd. */
public final class SystemdUnits implements Units {
  private static final String NO_SUCH_UNIT = "org.freedesktop.systemd1.NoSuchUnit";
  private final Systemd1 systemd;

  public SystemdUnits(Systemd1 systemd) {
    this.systemd = systemd;
  }

  @Override
  public UnitStatus status(String unit) throws Failure {
    Map<String, Object> properties = systemd.unit(unit);
    String enablement = text(properties, "UnitFileState");
    if (!enablement.isEmpty()) {
      enablement = systemd.fileState(text(properties, "Id"));
    }
    return new UnitStatus(
        load(text(properties, "LoadState")),
        active(text(properties, "ActiveState")),
        text(properties, "SubState"),
        enablement(enablement),
        properties.get("CanReload") instanceof Boolean can && can);
  }

  private static String text(Map<String, Object> properties, String name) {
    return properties.get(name) instanceof String text ? text : "";
  }

  private static UnitStatus.Load load(String state) {
    return switch (state) {
      case "loaded" -> UnitStatus.Load.LOADED;
      case "not-found" -> UnitStatus.Load.NOT_FOUND;
      case "masked" -> UnitStatus.Load.MASKED;
      default -> UnitStatus.Load.BROKEN;
    };
  }

  private static UnitStatus.Active active(String state) {
    return switch (state) {
      case "active" -> UnitStatus.Active.ACTIVE;
      case "reloading", "refreshing" -> UnitStatus.Active.RELOADING;
      case "failed" -> UnitStatus.Active.FAILED;
      case "activating" -> UnitStatus.Active.ACTIVATING;
      case "deactivating" -> UnitStatus.Active.DEACTIVATING;
      case "maintenance" -> UnitStatus.Active.MAINTENANCE;
      default -> UnitStatus.Active.INACTIVE;
    };
  }

  private static UnitStatus.Enablement enablement(String state) {
    return switch (state) {
      case "enabled" -> UnitStatus.Enablement.ENABLED;
      case "disabled" -> UnitStatus.Enablement.DISABLED;
      case "static" -> UnitStatus.Enablement.STATIC;
      case "masked" -> UnitStatus.Enablement.MASKED;
      case "indirect" -> UnitStatus.Enablement.INDIRECT;
      case "generated" -> UnitStatus.Enablement.GENERATED;
      case "enabled-runtime", "masked-runtime", "linked-runtime", "transient" ->
          UnitStatus.Enablement.RUNTIME;
      case "linked", "alias" -> UnitStatus.Enablement.ALIAS;
      default -> UnitStatus.Enablement.NONE;
    };
  }

  @Override
  public void start(String unit) throws Failure {
    job("starting", "StartUnit", current(unit));
  }

  @Override
  public void stop(String unit) throws Failure {
    job("stopping", "StopUnit", unit);
  }

  @Override
  public void restart(String unit) throws Failure {
    job("restarting", "RestartUnit", current(unit));
  }

  @Override
  public void reload(String unit) throws Failure {
    job("reloading", "ReloadUnit", current(unit));
  }

  @Override
  public void enable(String unit) throws Failure {
    systemd.enable(current(unit));
  }

  @Override
  public void disable(String unit) throws Failure {
    systemd.disable(current(unit));
  }

  @Override
  public void mask(String unit) throws Failure {
    systemd.mask(unit);
  }

  @Override
  public void unmask(String unit) throws Failure {
    systemd.unmask(unit);
  }

  @Override
  public void readFilesAgain() throws Failure {
    systemd.reload();
  }

  /**
   * The unit's own name, which may be given by an alias, once systemd knows its file as it is.
   * Failures of old do not count: they would keep a unit that was mended from starting.
   */
  private String current(String unit) throws Failure {
    Map<String, Object> properties = systemd.unit(unit);
    if (properties.get("NeedDaemonReload") instanceof Boolean outdated && outdated) {
      systemd.reload();
    }
    String id = text(properties, "Id");
    if (text(properties, "ActiveState").equals("failed")) {
      try {
        systemd.resetFailed(id);
      } catch (BusErrorException e) {
        throw new Failure(
            "the failure of " + id + " cannot be forgotten: " + e.getMessage(),
            "try 'systemctl reset-failed " + id + "' on the node",
            e);
      }
    }
    return id;
  }

  private void job(String doing, String method, String unit) throws Failure {
    String result;
    try {
      result = systemd.job(method, unit);
    } catch (BusErrorException e) {
      if (method.equals("StopUnit") && e.name().equals(NO_SUCH_UNIT)) {
        return; // It is not even loaded, so it does not run.
      }
      throw new Failure(
          doing + " " + unit + " failed: " + e.getMessage(),
          "look at it with 'systemctl status " + unit + "' on the node",
          e);
    }
    if (!result.equals("done") && !result.equals("skipped")) {
      throw new Failure(
          doing + " " + unit + " failed: " + why(unit, result),
          "look at it with 'journalctl -e -u " + unit + "' on the node");
    }
  }

  private String why(String unit, String result) throws Failure {
    if (!result.equals("failed") || !unit.endsWith(".service")) {
      return result;
    }
    Map<String, Object> service = systemd.service(unit);
    String status = String.valueOf(service.get("ExecMainStatus"));
    return service.get("Result") + (status.equals("0") ? "" : " " + status);
  }
}
