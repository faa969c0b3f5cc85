package dev.plumbline.agent.guard;

import dev.plumbline.agent.dbus.BusErrorException;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.dbus.wire.Variant;
import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Transient units of systemd: PID 1 keeps them, whatever becomes of the agent. */
public final class TransientGuardUnits implements GuardUnits {
  private static final String PREFIX = "plumbline-guard-";
  private static final String SHELL = "/bin/sh";
  private static final Duration ACCURACY = Duration.ofMillis(100);
  private final Systemd1 systemd;

  public TransientGuardUnits(Systemd1 systemd) {
    this.systemd = systemd;
  }

  @Override
  public void arm(String guard, Path script, Duration within) throws Failure {
    Map<String, Variant> timer = new LinkedHashMap<>();
    timer.put("Description", Variant.of("Plumbline: undoes a change unless it is confirmed"));
    timer.put("CollectMode", Variant.of("inactive-or-failed"));
    timer.put(
        "TimersMonotonic", new Variant("a(st)", List.of(List.of("OnActiveSec", micros(within)))));
    timer.put("AccuracyUSec", Variant.of(micros(ACCURACY)));
    timer.put("RemainAfterElapse", Variant.of(false));
    String service = PREFIX + guard + ".service";
    try {
      must(
          timer(guard),
          systemd.startTransient(
              timer(guard), timer, Map.of(service, service(script, RestoreScript.ONCE))));
    } catch (BusErrorException e) {
      throw refused(timer(guard), e);
    }
  }

  @Override
  public void disarm(String guard) throws Failure {
    try {
      systemd.job("StopUnit", timer(guard));
    } catch (BusErrorException e) {
      if (!e.name().endsWith("NoSuchUnit")) {
        throw refused(timer(guard), e);
      }
    }
  }

  @Override
  public void run(String guard, Path script, String mode) throws Failure {
    String unit = PREFIX + guard + "-now.service";
    try {
      must(unit, systemd.startTransient(unit, service(script, mode), Map.of()));
    } catch (BusErrorException e) {
      throw refused(unit, e);
    }
  }

  private static String timer(String guard) {
    return PREFIX + guard + ".timer";
  }

  private static Map<String, Variant> service(Path script, String mode) {
    Map<String, Variant> service = new LinkedHashMap<>();
    service.put("Description", Variant.of("Plumbline: undoes a change that was not confirmed"));
    service.put("CollectMode", Variant.of("inactive-or-failed"));
    service.put("Type", Variant.of("oneshot"));
    service.put(
        "ExecStart",
        new Variant(
            "a(sasb)", List.of(List.of(SHELL, List.of(SHELL, script.toString(), mode), false))));
    return service;
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }

  private static void must(String unit, String result) throws Failure {
    if (!result.equals("done")) {
      throw new Failure(
          "systemd could not start " + unit + " (" + result + ")",
          "look at it with 'systemctl status " + unit + "' on the node");
    }
  }

  private static Failure refused(String unit, BusErrorException e) {
    return new Failure(
        "systemd refused " + unit + ": " + e.getMessage(),
        "look at it with 'systemctl status " + unit + "' on the node",
        e);
  }
}
