package dev.plumbline.lab.engine;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The engine that the lab starts itself: own data, own socket, no part of the system's services.
 */
public final class OwnEngine {
  private static final int PATIENCE_TENTHS = 600;
  private final Path directory;

  public OwnEngine(StateDirectory state) {
    this.directory = state.engine();
  }

  public Docker docker() {
    return new Docker("unix://" + directory.resolve("docker.sock"));
  }

  public boolean running() {
    return process().isPresent();
  }

  /** Starts it and waits until it answers. */
  public Docker start() {
    Path record = record();
    try {
      Files.createDirectories(directory.resolve("run"));
      Files.deleteIfExists(directory.resolve("docker.pid"));
      Files.writeString(directory.resolve("daemon.json"), "{}\n");
    } catch (IOException e) {
      throw new LabProblem("cannot prepare " + directory + ": " + e.getMessage(), e);
    }
    // One that was killed has left its rules: what was before it counts.
    EngineRecord before = EngineRecord.read(record).orElseGet(EngineRecord::ofMachineWithoutEngine);
    Path log = directory.resolve("engine.log");
    long pid =
        Command.of(
                "dockerd",
                "--config-file=" + directory.resolve("daemon.json"),
                "--data-root=" + directory.resolve("data"),
                "--exec-root=" + directory.resolve("run"),
                "--pidfile=" + directory.resolve("docker.pid"),
                "--host=unix://" + directory.resolve("docker.sock"),
                "--bridge=none",
                "--userland-proxy=false")
            .detach(log);
    Instant started =
        ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant()).orElse(Instant.EPOCH);
    EngineRecord noted = before.startedAs(pid, started);
    noted.write(record);
    Docker docker = docker();
    for (int i = 0; i < PATIENCE_TENTHS; i++) {
      if (noted.process().isEmpty()) {
        throw new LabProblem("the engine did not start: " + lastWords(log));
      }
      if (docker.answers()) {
        return docker;
      }
      pause();
    }
    throw new LabProblem("the engine (pid " + pid + ") does not answer; its log is " + log);
  }

  /** Ends it, by its pid, and puts back what it changed on this machine. */
  public void stop() {
    Optional<EngineRecord> noted = EngineRecord.read(record());
    if (noted.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> process = noted.get().process();
    if (process.isPresent()) {
      process.get().destroy();
      for (int i = 0; i < PATIENCE_TENTHS && process.get().isAlive(); i++) {
        pause();
      }
      if (process.get().isAlive()) {
        throw new LabProblem("the engine (pid " + noted.get().pid() + ") does not end");
      }
    }
    Mounts.removeBelow(directory);
    if (!noted.get().foreignRules()) {
      PacketRules.putBack(noted.get().forwarding(), noted.get().policy());
    }
    try {
      Files.deleteIfExists(record());
    } catch (IOException e) {
      throw new LabProblem("cannot remove " + record() + ": " + e.getMessage(), e);
    }
  }

  private Optional<ProcessHandle> process() {
    return EngineRecord.read(record()).flatMap(EngineRecord::process);
  }

  private Path record() {
    return directory.resolve("started.properties");
  }

  private static String lastWords(Path log) {
    try {
      return new Finished(1, Files.readString(log), "").lastWords() + " (all of it: " + log + ")";
    } catch (IOException e) {
      return "and its log " + log + " cannot be read: " + e.getMessage();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabProblem("interrupted while waiting for the engine", e);
    }
  }
}
