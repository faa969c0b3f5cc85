package dev.plumbline.resources.docker;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Settled;
import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Observes and changes the Docker engine of a node. */
public final class DockerResource
    implements Resource<DockerSpec, DockerObservation>,
        Refusing<DockerSpec, DockerObservation>,
        Settled<DockerObservation> {
  public static final ResourceType<DockerSpec> TYPE =
      ResourceType.one(
          "docker",
          DockerSpec.class,
          ports ->
              new DockerResource(
                  ports.get(Engine.class),
                  ports.get(Units.class),
                  ports.get(Files.class),
                  ports.get(Processes.class)));

  static final String ENGINE = "engine";

  private final Engine engine;
  private final Units units;
  private final Files files;
  private final Debt debt;
  private final Reconfiguration reconfiguration;

  public DockerResource(Engine engine, Units units, Files files, Processes processes) {
    this.engine = engine;
    this.units = units;
    this.files = files;
    this.debt = new Debt(files);
    this.reconfiguration = new Reconfiguration(engine, units, files, processes);
  }

  @Override
  public DockerObservation observe(DockerSpec spec) throws Failure {
    UnitStatus status = units.status(DockerUnit.NAME);
    if (status.running() && !engine.answers()) {
      throw new Failure(
          "the Docker engine runs, but does not answer on its socket",
          "look at it with 'journalctl -e -u " + DockerUnit.NAME + "' on the node");
    }
    Optional<byte[]> content = files.read(DaemonFile.PATH);
    return new DockerObservation(
        DockerUnit.installed(status),
        status.running(),
        content.isEmpty() ? Optional.empty() : Optional.of(DaemonFile.parse(content.get())),
        debt.owed());
  }

  @Override
  public List<Change> diff(DockerSpec spec, DockerObservation observed) {
    List<Change> changes = new ArrayList<>(DaemonFile.diff(spec, observed.file()));
    if (!observed.running() && spec.starts()) {
      changes.add(Change.of(ENGINE, observed.installed() ? "stopped" : null, "running"));
    } else if (observed.running() && observed.owed() != Takeover.NONE) {
      changes.add(Change.of(ENGINE, "has an older daemon.json", observed.owed().done()));
    }
    return changes;
  }

  @Override
  public Optional<Failure> refuse(
      DockerSpec spec, DockerObservation observed, List<Change> changes, Set<ResourceId> awaits) {
    return observed.installed() || !awaits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Failure(
                "there is no Docker engine on this node: systemd knows no " + DockerUnit.NAME,
                "add the package that brings it, docker.io, to `packages`"));
  }

  @Override
  public boolean mayBeSettled(DockerObservation observed) {
    return !observed.installed();
  }

  @Override
  public void apply(
      DockerSpec spec, DockerObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    Json.Members after = DaemonFile.merged(spec, observed.file());
    boolean writes =
        changes.stream().anyMatch(change -> change.attribute().startsWith(DaemonFile.PREFIX));
    if (writes) {
      Takeover needed = DaemonKeys.between(observed.file(), after).and(observed.owed());
      reconfiguration.replace(after, needed, spec.starts(), progress);
    } else if (observed.running()) {
      reconfiguration.takeIn(observed.owed(), progress);
    } else {
      reconfiguration.start(progress);
    }
  }
}
