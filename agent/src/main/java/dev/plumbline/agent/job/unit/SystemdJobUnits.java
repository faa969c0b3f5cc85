package dev.plumbline.agent.job.unit;

import dev.plumbline.agent.dbus.BusErrorException;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.dbus.wire.Variant;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of jobs, transient ones of this machine's systemd. */
public final class SystemdJobUnits implements JobUnits {
  private static final String SLICE = "plumbline-jobs.slice";
  private static final int EXITED = 1; // CLD_EXITED of waitid(2)
  private static final int SIGKILL = 9;
  private static final long STOP_MICROS = 5_000_000;
  private final Systemd1 systemd;
  private final Path runtime;
  private final ControlGroups groups;

  /**
   * @param systemd used by nothing else: one connection to the bus waits for one job at a time
   * @param runtime a directory that only root can read, on a node {@code /run/plumbline}
   * @param groups on a node {@code /sys/fs/cgroup}
   */
  public SystemdJobUnits(Systemd1 systemd, Path runtime, Path groups) throws Failure {
    EnvironmentFile.removeLeft(runtime);
    this.systemd = systemd;
    this.runtime = runtime;
    this.groups = new ControlGroups(groups);
  }

  @Override
  public synchronized void start(UnitPlan plan) throws Failure {
    try {
      Files.createDirectories(runtime);
    } catch (IOException e) {
      throw FileTrouble.of("make", runtime, e);
    }
    try (EnvironmentFile environment =
        EnvironmentFile.write(runtime.resolve(plan.unit() + ".env"), plan.environment())) {
      String result =
          systemd.startTransient(plan.unit(), properties(plan, environment.path()), Map.of());
      if (!result.equals("done")) {
        Failure refused = refused(plan, String.valueOf(systemd.service(plan.unit()).get("Result")));
        remove(plan.unit());
        throw refused;
      }
    } catch (BusErrorException e) {
      Failure refused = refused(plan, String.valueOf(e.getMessage()));
      refused.initCause(e);
      throw refused;
    }
  }

  private static Map<String, Variant> properties(UnitPlan plan, Path environment) {
    Map<String, Variant> properties = new LinkedHashMap<>();
    properties.put("Description", Variant.of(plan.description()));
    properties.put("Type", Variant.of("exec"));
    properties.put("Slice", Variant.of(SLICE));
    properties.put("RemainAfterExit", Variant.of(true));
    properties.put("CPUAccounting", Variant.of(true));
    properties.put("MemoryAccounting", Variant.of(true));
    if (plan.memory() > 0) {
      properties.put("MemoryMax", Variant.of(plan.memory()));
      properties.put("MemorySwapMax", Variant.of(0L)); // Or what is too large would only be slow.
    }
    // The kernel kills one process; whoever started it says which.
    properties.put("OOMPolicy", Variant.of("continue"));
    properties.put("TimeoutStopUSec", Variant.of(STOP_MICROS));
    properties.put("WorkingDirectory", Variant.of(plan.directory().toString()));
    properties.put("StandardInput", Variant.of("null"));
    properties.put("StandardOutputFileToAppend", Variant.of(plan.log().toString()));
    properties.put("StandardErrorFileToAppend", Variant.of(plan.log().toString()));
    properties.put(
        "EnvironmentFiles", new Variant("a(sb)", List.of(List.of(environment.toString(), false))));
    // Without the flag systemd would replace $ and what follows in the arguments.
    properties.put(
        "ExecStartEx",
        new Variant(
            "a(sasas)",
            List.of(List.of(plan.command().getFirst(), plan.command(), List.of("no-env-expand")))));
    return properties;
  }

  private static Failure refused(UnitPlan plan, String why) {
    return new Failure(
        "systemd does not start " + plan.unit() + ": " + why,
        "look into the journal of the node (journalctl -e)");
  }

  @Override
  public Optional<UnitState> state(String unit) throws Failure {
    Map<String, Object> any = systemd.unit(unit);
    if ("not-found".equals(any.get("LoadState"))) {
      return Optional.empty();
    }
    Map<String, Object> service = systemd.service(unit);
    int code = number(service, "ExecMainCode");
    int status = number(service, "ExecMainStatus");
    long pid = number(service, "MainPID");
    boolean dead = "dead".equals(any.get("SubState")) || "failed".equals(any.get("SubState"));
    return Optional.of(
        new UnitState(
            !dead && (pid != 0 || code == 0),
            pid,
            code == EXITED || code == 0 ? status : 128 + status,
            longNumber(service, "ExecMainStartTimestamp") / 1000,
            String.valueOf(service.getOrDefault("ControlGroup", "")),
            Math.max(0, longNumber(service, "CPUUsageNSec") / 1_000_000)));
  }

  private static int number(Map<String, Object> properties, String name) {
    return (int) longNumber(properties, name);
  }

  private static long longNumber(Map<String, Object> properties, String name) {
    return properties.get(name) instanceof Number number ? number.longValue() : 0;
  }

  @Override
  public List<String> names(String pattern) throws Failure {
    return systemd.names(pattern);
  }

  @Override
  public void signal(String unit, int signal) throws Failure {
    kill(unit, "main", signal);
  }

  @Override
  public void kill(String unit) throws Failure {
    kill(unit, "all", SIGKILL);
  }

  private void kill(String unit, String whom, int signal) throws Failure {
    try {
      systemd.kill(unit, whom, signal);
    } catch (BusErrorException e) {
      // A program that has ended since is what was wanted.
      if (!e.name().endsWith("NoSuchUnit") && !e.name().endsWith("NoSuchProcess")) {
        throw new Failure(
            "cannot send a signal to " + unit + ": " + e.getMessage(),
            "end it with 'systemctl stop " + unit + "' on the node",
            e);
      }
    }
  }

  @Override
  public synchronized void remove(String unit) throws Failure {
    kill(unit, "all", SIGKILL);
    try {
      systemd.job("StopUnit", unit);
      systemd.resetFailed(unit);
    } catch (BusErrorException e) {
      if (!e.name().endsWith("NoSuchUnit")) {
        throw new Failure(
            "cannot end " + unit + ": " + e.getMessage(),
            "end it with 'systemctl stop " + unit + "' on the node",
            e);
      }
    }
  }

  @Override
  public List<Long> processes(String controlGroup) throws Failure {
    return controlGroup.isEmpty() ? List.of() : groups.processes(controlGroup);
  }

  @Override
  public Usage usage(String controlGroup) {
    return controlGroup.isEmpty() ? Usage.NONE : groups.usage(controlGroup);
  }
}
