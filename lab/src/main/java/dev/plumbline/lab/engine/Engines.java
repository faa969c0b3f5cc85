package dev.plumbline.lab.engine;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.Installer;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import java.util.Optional;

/**
 * Chooses the engine: the lab's own when it runs, else one that answers, else a new one of ours.
 */
public final class Engines {
  private final OwnEngine own;
  private final Progress progress;

  public Engines(StateDirectory state, Progress progress) {
    this.own = new OwnEngine(state);
    this.progress = progress;
  }

  /** The engine that runs now, if one does and a lab can live in it. */
  public Optional<Docker> running() {
    if (own.running()) {
      return Optional.of(own.docker());
    }
    if (!Installer.has("docker")) {
      return Optional.empty();
    }
    Docker users = new Docker("");
    return users.answers() ? Optional.of(fit(users)) : Optional.empty();
  }

  /** The engine that runs, or one that is installed and started now. */
  public Docker ensure() {
    Optional<Docker> running = running();
    if (running.isPresent()) {
      return running.get();
    }
    if (!StateDirectory.isRoot()) {
      throw new LabProblem(
          "no Docker engine answers, and only root can start one:"
              + " start Docker, or run this command with sudo");
    }
    if (!Installer.has("dockerd") || !Installer.has("docker") || !Installer.has("iptables")) {
      progress.step("install docker.io and iptables", Installer::engine);
      Docker started = new Docker("");
      if (started.answers()) {
        return fit(started);
      }
    }
    return progress.step("start a Docker engine of the lab's own", own::start);
  }

  /** Whether the engine in use is one that the lab started. */
  public boolean isOwn() {
    return own.running();
  }

  public void stopOwn() {
    own.stop();
  }

  private static Docker fit(Docker docker) {
    Finished info =
        docker.call("info", "--format", "{{.OperatingSystem}}|{{.SecurityOptions}}|{{.OSType}}");
    String host = System.getenv().getOrDefault("DOCKER_HOST", "");
    String unfit =
        !info.ok()
            ? info.lastWords()
            : info.out().contains("Docker Desktop")
                ? "Docker Desktop keeps its containers in a VM"
                : info.out().contains("name=rootless")
                    ? "a rootless engine cannot give nodes their own systemd and NICs"
                    : !host.isEmpty() && !host.startsWith("unix:")
                        ? "DOCKER_HOST=" + host + " is not on this machine"
                        : "";
    if (!unfit.isEmpty()) {
      throw new LabProblem(
          "the lab cannot use the Docker engine that answers here: "
              + unfit
              + ". Stop it or unset DOCKER_HOST; as root the lab then starts one of its own");
    }
    return docker;
  }
}
