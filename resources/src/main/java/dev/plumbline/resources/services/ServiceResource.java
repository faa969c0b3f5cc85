package dev.plumbline.resources.services;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Settled;
import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Observes and changes units by way of systemd. */
public final class ServiceResource
    implements Resource<ServiceSpec, ServiceObservation>,
        Refusing<ServiceSpec, ServiceObservation>,
        Settled<ServiceObservation> {
  public static final ResourceType<ServiceSpec> TYPE =
      ResourceType.many(
          "services",
          "service",
          ServiceSpec.class,
          ports ->
              new ServiceResource(
                  ports.get(Units.class), ports.get(Files.class), ports.get(Processes.class)));

  private static final List<Path> UNIT_FILES =
      List.of(Path.of("/etc/systemd/system"), Path.of("/usr/lib/systemd/system"));

  private final Units units;
  private final Files files;
  private final Journal journal;

  public ServiceResource(Units units, Files files, Processes processes) {
    this.units = units;
    this.files = files;
    this.journal = new Journal(processes);
  }

  @Override
  public ServiceObservation observe(ServiceSpec spec) throws Failure {
    UnitStatus status = units.status(spec.unit());
    return new ServiceObservation(
        status, status.load() == UnitStatus.Load.NOT_FOUND ? suggestion(spec.unit()) : "");
  }

  private String suggestion(String unit) throws Failure {
    List<String> known = new ArrayList<>();
    for (Path directory : UNIT_FILES) {
      known.addAll(files.list(directory));
    }
    return Suggestion.of(
        UnitName.brief(unit), known.stream().map(UnitName::brief).distinct().toList());
  }

  @Override
  public List<Change> diff(ServiceSpec spec, ServiceObservation observed) {
    List<Change> changes = new ArrayList<>();
    spec.masked()
        .filter(wanted -> wanted != observed.masked())
        .ifPresent(wanted -> changes.add(Change.of("masked", observed.masked(), wanted)));
    spec.enabled()
        .filter(wanted -> wanted != observed.enabled())
        .ifPresent(wanted ->
            changes.add(
                Change.of("enabled", observed.missing() ? null : observed.enabled(), wanted)));
    spec.running()
        .filter(wanted -> wanted ? !observed.status().running() : !observed.stopped())
        .ifPresent(wanted ->
            changes.add(
                Change.of("running", observed.missing() ? null : observed.activity(), wanted)));
    return changes;
  }

  @Override
  public Optional<Failure> refuse(
      ServiceSpec spec, ServiceObservation observed, List<Change> changes, Set<ResourceId> awaits) {
    return awaits.isEmpty()
        ? new Obstacles(spec, observed).against(changes)
        : Optional.empty(); // A package or file that comes first may well change all of it.
  }

  @Override
  public boolean mayBeSettled(ServiceObservation observed) {
    return observed.missing();
  }

  @Override
  public void apply(
      ServiceSpec spec, ServiceObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    new Turn(units, journal, spec.unit(), changes, progress).carryOut();
  }
}
