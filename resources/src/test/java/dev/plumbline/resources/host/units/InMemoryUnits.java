package dev.plumbline.resources.host.units;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.InMemoryPort;
import dev.plumbline.resources.host.units.UnitStatus.Active;
import dev.plumbline.resources.host.units.UnitStatus.Enablement;
import dev.plumbline.resources.host.units.UnitStatus.Load;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The units of a systemd in memory. */
public final class InMemoryUnits implements Units, InMemoryPort {
  private static final UnitStatus MISSING =
      new UnitStatus(Load.NOT_FOUND, Active.INACTIVE, "dead", Enablement.NONE, false);

  private final Map<String, UnitStatus> units = new LinkedHashMap<>();
  private final Set<String> failing = new HashSet<>();
  private final Set<String> ending = new HashSet<>();
  private final List<String> changes = new ArrayList<>();

  /** An SSH daemon that runs. */
  public static InMemoryUnits freshlyInstalled() {
    return new InMemoryUnits().unit("ssh.service", Active.ACTIVE, Enablement.ENABLED);
  }

  /** Puts a unit there that can reload. */
  public InMemoryUnits unit(String name, Active active, Enablement enablement) {
    return unit(name, new UnitStatus(Load.LOADED, active, "sub", enablement, true));
  }

  public InMemoryUnits unit(String name, UnitStatus status) {
    units.put(name, status);
    return this;
  }

  /** Makes every start of that unit fail. */
  public InMemoryUnits failsToStart(String name) {
    failing.add(name);
    return this;
  }

  /** Makes that unit end as soon as it is started. */
  public InMemoryUnits endsAtOnce(String name) {
    ending.add(name);
    return this;
  }

  @Override
  public UnitStatus status(String unit) {
    return units.getOrDefault(unit, MISSING);
  }

  @Override
  public void start(String unit) throws Failure {
    run("start", unit);
  }

  @Override
  public void stop(String unit) {
    if (!units.containsKey(unit)) {
      return;
    }
    changes.add("stop " + unit);
    set(unit, Active.INACTIVE, status(unit).enablement());
  }

  @Override
  public void restart(String unit) throws Failure {
    run("restart", unit);
  }

  private void run(String what, String unit) throws Failure {
    changes.add(what + " " + unit);
    if (status(unit).load() != Load.LOADED || failing.contains(unit)) {
      set(unit, Active.FAILED, status(unit).enablement());
      throw new Failure(what + " of " + unit + " failed", "Look at it.");
    }
    set(unit, ending.contains(unit) ? Active.INACTIVE : Active.ACTIVE, status(unit).enablement());
  }

  @Override
  public void reload(String unit) {
    changes.add("reload " + unit);
  }

  @Override
  public void enable(String unit) {
    changes.add("enable " + unit);
    set(unit, status(unit).active(), Enablement.ENABLED);
  }

  @Override
  public void disable(String unit) {
    changes.add("disable " + unit);
    set(unit, status(unit).active(), Enablement.DISABLED);
  }

  @Override
  public void mask(String unit) {
    changes.add("mask " + unit);
    units.put(
        unit, new UnitStatus(Load.MASKED, status(unit).active(), "sub", Enablement.MASKED, false));
  }

  @Override
  public void unmask(String unit) {
    changes.add("unmask " + unit);
    set(unit, status(unit).active(), Enablement.DISABLED);
  }

  private void set(String unit, Active active, Enablement enablement) {
    units.put(unit, new UnitStatus(Load.LOADED, active, "sub", enablement, true));
  }

  @Override
  public void readFilesAgain() {
    changes.add("read files again");
  }

  @Override
  public List<String> changes() {
    return List.copyOf(changes);
  }
}
