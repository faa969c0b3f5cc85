package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.guard.Guarded;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.units.Units;
import dev.plumbline.resources.host.yaml.Yaml;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Observes and changes the addresses of a network interface. */
public final class AddressResource
    implements Resource<AddressSpec, AddressObservation>,
        Refusing<AddressSpec, AddressObservation>,
        Guarded<AddressSpec, AddressObservation> {
  public static final ResourceType<AddressSpec> TYPE =
      ResourceType.many(
          "addresses",
          "address",
          AddressSpec.class,
          ports ->
              new AddressResource(
                  ports.get(Files.class),
                  ports.get(Yaml.class),
                  ports.get(Units.class),
                  ports.get(Links.class),
                  ports.get(Processes.class)));

  private final AddressReading reading;
  private final AddressWriting writing;

  public AddressResource(Files files, Yaml yaml, Units units, Links links, Processes processes) {
    NetplanFiles netplan = new NetplanFiles(files, yaml);
    this.reading = new AddressReading(files, netplan, units, links);
    this.writing = new AddressWriting(files, netplan, units, links, processes);
  }

  @Override
  public AddressObservation observe(AddressSpec spec) throws Failure {
    return reading.read(spec.nic());
  }

  @Override
  public List<Change> diff(AddressSpec spec, AddressObservation observed) {
    return AddressDiff.of(spec, observed);
  }

  @Override
  public Optional<Failure> refuse(
      AddressSpec spec, AddressObservation observed, List<Change> changes, Set<ResourceId> awaits) {
    return AddressRefusal.of(spec, observed, !awaits.isEmpty());
  }

  @Override
  public void probe(AddressSpec spec, AddressObservation observed, Progress progress)
      throws Failure {
    writing.probe(spec, observed, progress);
  }

  @Override
  public Guard guard(AddressSpec spec, AddressObservation observed, List<Change> changes) {
    return AddressGuard.of(spec, observed);
  }

  @Override
  public void apply(
      AddressSpec spec, AddressObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    Optional<Failure> refused = AddressRefusal.of(spec, observed, false);
    if (refused.isPresent()) {
      throw refused.get();
    }
    writing.apply(spec, observed, progress);
  }
}
