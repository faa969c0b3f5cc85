package dev.plumbline.agent.dbus;

import dev.plumbline.agent.dbus.wire.Message;
import dev.plumbline.agent.dbus.wire.Variant;
import dev.plumbline.resources.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** systemd's manager and its units (org.freedesktop.systemd1(5)). */
public final class Systemd1 {
  private static final String SERVICE = "org.freedesktop.systemd1";
  private static final Target MANAGER =
      new Target(SERVICE, "/org/freedesktop/systemd1", "org.freedesktop.systemd1.Manager");
  private static final String JOB_REMOVED =
      "type='signal',sender='"
          + SERVICE
          + "',interface='"
          + MANAGER.type()
          + "',member='JobRemoved'";
  private static final int JOB_SECONDS = 300;
  private final SystemBus bus;

  public Systemd1(SystemBus bus) {
    this.bus = bus;
  }

  /** The properties of a unit that every unit has; of one that does not exist, too. */
  public Map<String, Object> unit(String unit) throws Failure {
    return properties(unit, "org.freedesktop.systemd1.Unit");
  }

  /** The properties of a unit that only services have. */
  public Map<String, Object> service(String unit) throws Failure {
    return properties(unit, "org.freedesktop.systemd1.Service");
  }

  /**
   * What the links in the file system say of a unit now; the property of the unit may be older.
   *
   * @param unit not an alias
   */
  public String fileState(String unit) throws Failure {
    return (String) bus.mustCall(MANAGER, "GetUnitFileState", "s", unit).getFirst();
  }

  private Map<String, Object> properties(String unit, String type) throws Failure {
    String path = (String) bus.mustCall(MANAGER, "LoadUnit", "s", unit).getFirst();
    List<?> answer =
        bus.mustCall(
            new Target(SERVICE, path, "org.freedesktop.DBus.Properties"), "GetAll", "s", type);
    Map<String, Object> properties = new HashMap<>();
    ((Map<?, ?>) answer.getFirst())
        .forEach((name, value) -> properties.put((String) name, ((Variant) value).value()));
    return properties;
  }

  /**
   * Runs a job and waits for its end.
   *
   * @param method for example {@code StartUnit}
   * @return the job's result, for example {@code done}, {@code failed}, {@code dependency}
   */
  public String job(String method, String unit) throws Failure, BusErrorException {
    return job(unit, method, "ss", unit, "replace");
  }

  /**
   * Starts a unit that exists until it ends.
   *
   * @param others units that are made with it and not started, by name
   * @return as {@link #job}
   */
  public String startTransient(
      String unit, Map<String, Variant> properties, Map<String, Map<String, Variant>> others)
      throws Failure, BusErrorException {
    List<List<Object>> auxiliary = new ArrayList<>();
    others.forEach((name, each) -> auxiliary.add(List.of(name, structs(each))));
    return job(
        unit,
        "StartTransientUnit",
        "ssa(sv)a(sa(sv))",
        unit,
        "fail",
        structs(properties),
        auxiliary);
  }

  private static List<List<Object>> structs(Map<String, Variant> properties) {
    List<List<Object>> structs = new ArrayList<>();
    properties.forEach((name, value) -> structs.add(List.of(name, value)));
    return structs;
  }

  /** The names of the units whose names match a pattern of the shell. */
  public List<String> names(String pattern) throws Failure {
    List<?> units =
        (List<?>)
            bus.mustCall(MANAGER, "ListUnitsByPatterns", "asas", List.of(), List.of(pattern))
                .getFirst();
    return units.stream().map(unit -> (String) ((List<?>) unit).getFirst()).toList();
  }

  /**
   * Sends a signal to processes of a unit.
   *
   * @param whom {@code main} or {@code all}
   */
  public void kill(String unit, String whom, int signal) throws Failure, BusErrorException {
    bus.call(MANAGER, "KillUnit", "ssi", unit, whom, signal);
  }

  /** Forgets a unit's failure, so that a transient one goes. */
  public void resetFailed(String unit) throws Failure, BusErrorException {
    bus.call(MANAGER, "ResetFailedUnit", "s", unit);
  }

  public void enable(String unit) throws Failure {
    bus.mustCall(MANAGER, "EnableUnitFiles", "asbb", List.of(unit), false, false);
    reload();
  }

  public void disable(String unit) throws Failure {
    bus.mustCall(MANAGER, "DisableUnitFiles", "asb", List.of(unit), false);
    reload();
  }

  public void mask(String unit) throws Failure {
    bus.mustCall(MANAGER, "MaskUnitFiles", "asbb", List.of(unit), false, false);
    reload();
  }

  public void unmask(String unit) throws Failure {
    bus.mustCall(MANAGER, "UnmaskUnitFiles", "asb", List.of(unit), false);
    reload();
  }

  /** Reads all unit files again. */
  public void reload() throws Failure {
    bus.mustCall(MANAGER, "Reload", "");
  }

  /** systemd only sends signals while somebody has subscribed. */
  private String job(String unit, String method, String signature, Object... arguments)
      throws Failure, BusErrorException {
    BlockingQueue<Message> removed = new LinkedBlockingQueue<>();
    try (SystemBus.Listening _ = bus.listen(JOB_REMOVED, removed::add)) {
      bus.mustCall(MANAGER, "Subscribe", "");
      try {
        return result(bus.call(MANAGER, method, signature, arguments).getFirst(), unit, removed);
      } finally {
        bus.mustCall(MANAGER, "Unsubscribe", "");
      }
    }
  }

  private static String result(Object job, String unit, BlockingQueue<Message> removed)
      throws Failure {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(JOB_SECONDS);
    try {
      while (true) {
        Message signal = removed.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (signal == null) {
          throw new Failure(
              "systemd has not finished its job on " + unit + " after " + JOB_SECONDS + " s",
              "look at it with 'systemctl status " + unit + "' and 'systemctl list-jobs'");
        }
        // JobRemoved(u id, o job, s unit, s result)
        if (signal.body().size() == 4 && signal.body().get(1).equals(job)) {
          return (String) signal.body().get(3);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while systemd worked on " + unit, "try again", e);
    }
  }
}
