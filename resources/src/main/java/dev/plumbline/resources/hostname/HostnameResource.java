package dev.plumbline.resources.hostname;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.host.hostname.Hostname;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Observes and changes the name of a node. */
public final class HostnameResource implements Resource<HostnameSpec, HostnameObservation> {
  public static final ResourceType<HostnameSpec> TYPE =
      ResourceType.one(
          "hostname", HostnameSpec.class, ports -> new HostnameResource(ports.get(Hostname.class)));

  private final Hostname hostname;

  public HostnameResource(Hostname hostname) {
    this.hostname = hostname;
  }

  @Override
  public HostnameObservation observe(HostnameSpec spec) throws Failure {
    return new HostnameObservation(hostname.running(), hostname.stored());
  }

  @Override
  public List<Change> diff(HostnameSpec spec, HostnameObservation observed) {
    List<Change> changes = new ArrayList<>();
    if (!observed.running().equals(spec.name())) {
      changes.add(Change.of("name", observed.running(), spec.name()));
    }
    if (!observed.stored().equals(Optional.of(spec.name()))) {
      changes.add(Change.of("stored", observed.stored().orElse(null), spec.name()));
    }
    return changes;
  }

  @Override
  public void apply(
      HostnameSpec spec, HostnameObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    hostname.set(spec.name());
  }
}
