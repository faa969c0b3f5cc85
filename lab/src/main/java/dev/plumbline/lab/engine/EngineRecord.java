package dev.plumbline.lab.engine;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What the lab noted when it started an engine.
 *
 * @param pid its process
 * @param started when that process began: a pid alone may belong to another by now
 * @param forwarding net.ipv4.ip_forward before the engine set it
 * @param policy the policy of iptables' FORWARD before the engine set it
 * @param foreignRules whether another engine's rules were there already
 */
record EngineRecord(
    long pid, Instant started, String forwarding, String policy, boolean foreignRules) {

  /** This machine as it is before an engine of ours has touched it. */
  static EngineRecord ofMachineWithoutEngine() {
    return new EngineRecord(
        0,
        Instant.EPOCH,
        PacketRules.forwarding(),
        PacketRules.forwardPolicy(),
        PacketRules.engineWasHere());
  }

  EngineRecord startedAs(long process, Instant when) {
    return new EngineRecord(process, when, forwarding, policy, foreignRules);
  }

  static Optional<EngineRecord> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties noted = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      noted.load(reader);
      return Optional.of(
          new EngineRecord(
              Long.parseLong(noted.getProperty("pid", "")),
              Instant.parse(noted.getProperty("started", "")),
              noted.getProperty("forwarding", "1"),
              noted.getProperty("policy", "ACCEPT"),
              Boolean.parseBoolean(noted.getProperty("foreignRules"))));
    } catch (IOException | RuntimeException e) {
      throw new LabProblem(
          "cannot read " + file + ", which names the lab's engine: " + e.getMessage(), e);
    }
  }

  void write(Path file) {
    Properties noted = new Properties();
    noted.setProperty("pid", Long.toString(pid));
    noted.setProperty("started", started.toString());
    noted.setProperty("forwarding", forwarding);
    noted.setProperty("policy", policy);
    noted.setProperty("foreignRules", Boolean.toString(foreignRules));
    try (Writer writer = Files.newBufferedWriter(file)) {
      noted.store(writer, "the engine that plumb lab started");
    } catch (IOException e) {
      throw new LabProblem("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The process, if it is still the one that was started. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> handle.info().startInstant().equals(Optional.of(started)));
  }
}
