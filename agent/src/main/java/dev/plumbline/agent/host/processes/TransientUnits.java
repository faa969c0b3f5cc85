package dev.plumbline.agent.host.processes;

import dev.plumbline.agent.dbus.BusErrorException;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.dbus.wire.Variant;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Programs in transient systemd units, which live on when the agent dies. A unit is named by its
 * work, stays loaded after its end until its result was taken, and writes to a file that has its
 * name: all that an agent needs to find it again. Units and files are gone after a restart of the
 * machine, as their programs are.
 */
public final class TransientUnits {
  private static final String PREFIX = "plumbline-work-";
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,100}");
  private static final int EXITED = 1; // CLD_EXITED of waitid(2)
  private final Systemd1 systemd;
  private final Path directory;

  /**
   * @param directory where outputs go, on a node {@code /run/plumbline-agent}
   */
  public TransientUnits(Systemd1 systemd, Path directory) {
    this.systemd = systemd;
    this.directory = directory;
  }

  /** As {@link dev.plumbline.resources.host.processes.Processes#runDetached}. */
  Result run(String name, Command command, Consumer<String> line) throws Failure {
    if (!NAME.matcher(name).matches() || !command.input().isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' is no name, or there is input");
    }
    String unit = PREFIX + name + ".service";
    if (!systemd.names(unit).isEmpty()) {
      follow(unit, line, command.timeout(), "an earlier " + name);
    }
    Path output = output(unit);
    start(unit, command, output);
    return follow(unit, line, command.timeout(), "'" + command + "'");
  }

  /** Waits for the end of everything that an agent which died left running. */
  public void finish(Duration timeout, Consumer<String> line) throws Failure {
    for (String unit : systemd.names(PREFIX + "*.service")) {
      follow(unit, line, timeout, unit);
    }
  }

  void start(String unit, Command command, Path output) throws Failure {
    List<String> arguments = command.arguments();
    String program = Environment.program(command).toString();
    Map<String, Variant> properties = new LinkedHashMap<>();
    properties.put("Description", Variant.of("Plumbline: " + arguments.getFirst()));
    properties.put("Type", Variant.of("exec"));
    properties.put("RemainAfterExit", Variant.of(true));
    // Without the flag systemd would replace $ and what follows in the arguments.
    properties.put(
        "ExecStartEx",
        new Variant("a(sasas)", List.of(List.of(program, arguments, List.of("no-env-expand")))));
    properties.put(
        "Environment",
        Variant.of(
            Environment.of(command).entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList()));
    properties.put("StandardInput", Variant.of("null"));
    properties.put("StandardOutputFileToAppend", Variant.of(output.toString()));
    properties.put("StandardErrorFileToAppend", Variant.of(output.toString()));
    try {
      String result = systemd.startTransient(unit, properties, Map.of());
      if (!result.equals("done")) {
        // A program that fails at once ends like any other: follow() reads how.
        return;
      }
    } catch (BusErrorException e) {
      throw new Failure(
          "cannot run '" + command + "' in a unit of its own: " + e.getMessage(),
          "look at it with 'systemctl status " + unit + "' on the node",
          e);
    }
  }

  private Path output(String unit) throws Failure {
    Path file = directory.resolve(unit + ".out");
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(file);
      return file;
    } catch (IOException e) {
      throw FileTrouble.of("write", file, e);
    }
  }

  private Result follow(String unit, Consumer<String> line, Duration timeout, String what)
      throws Failure {
    Path file = directory.resolve(unit + ".out");
    Tail tail = new Tail(file, line);
    long deadline = System.nanoTime() + timeout.toNanos();
    long pause = 20;
    while (running(systemd.unit(unit))) {
      if (System.nanoTime() > deadline) {
        release(unit, file);
        throw new Failure(
            what + " was ended after " + timeout.toSeconds() + " s",
            "find out what it waits for: run it by hand on the node");
      }
      sleep(pause);
      pause = Math.min(200, pause * 2);
      tail.read();
    }
    Map<String, Object> service = systemd.service(unit);
    tail.end();
    release(unit, file);
    int status = ((Number) service.getOrDefault("ExecMainStatus", 0)).intValue();
    int code = ((Number) service.getOrDefault("ExecMainCode", EXITED)).intValue();
    return new Result(code == EXITED ? status : 128 + status, tail.text(), "");
  }

  private static boolean running(Map<String, Object> unit) {
    return !(unit.get("SubState") instanceof String sub)
        || !List.of("exited", "failed", "dead").contains(sub);
  }

  /** Lets systemd forget the unit, and ends what of it may still run. */
  private void release(String unit, Path file) throws Failure {
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
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.of("remove", file, e);
    }
  }

  private static void sleep(long millis) throws Failure {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while a program ran", "try again", e);
    }
  }
}
