package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.Exporting;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.reachability.Reachability;
import dev.plumbline.resources.host.units.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Observes and changes the place of a node in the cluster's swarm. */
public final class SwarmResource
    implements Resource<SwarmSpec, SwarmObservation>,
        Refusing<SwarmSpec, SwarmObservation>,
        Exporting<SwarmSpec, SwarmObservation> {
  public static final ResourceType<SwarmSpec> TYPE =
      ResourceType.one(
          SwarmSpec.KIND,
          SwarmSpec.class,
          ports ->
              new SwarmResource(
                  ports.get(Engine.class),
                  ports.get(Units.class),
                  ports.get(Files.class),
                  ports.get(Reachability.class)));

  private final SwarmReading reading;
  private final SwarmWriting writing;

  public SwarmResource(Engine engine, Units units, Files files, Reachability reachability) {
    this.reading = new SwarmReading(engine, units, files);
    this.writing = new SwarmWriting(engine, reachability, reading);
  }

  @Override
  public SwarmObservation observe(SwarmSpec spec) throws Failure {
    return reading.observe(spec);
  }

  @Override
  public List<Change> diff(SwarmSpec spec, SwarmObservation observed) {
    return SwarmDiff.of(spec, observed);
  }

  @Override
  public Optional<Failure> refuse(
      SwarmSpec spec, SwarmObservation observed, List<Change> changes, Set<ResourceId> awaits) {
    return SwarmRefusal.of(spec, observed, changes, awaits);
  }

  @Override
  public void apply(
      SwarmSpec spec, SwarmObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    writing.apply(spec, observed, changes, progress);
  }

  @Override
  public List<Export> exports(SwarmSpec spec, SwarmObservation observed) {
    List<Export> exports = new ArrayList<>();
    exports.add(Export.plain(Links.NODE, Links.place(observed)));
    if (spec.role() != Role.MANAGER) {
      return exports;
    }
    exports.add(Export.plain(Links.CLUSTER, observed.cluster().orElse(Links.NONE)));
    observed
        .tokens()
        .ifPresent(tokens -> {
          tokens
              .worker()
              .value()
              .ifPresent(value -> exports.add(Export.secret(Links.WORKER_TOKEN, value)));
          tokens
              .manager()
              .value()
              .ifPresent(value -> exports.add(Export.secret(Links.MANAGER_TOKEN, value)));
          observed
              .managerAddress()
              .ifPresent(address -> exports.add(Export.plain(Links.ADDRESS, address)));
          exports.addAll(Upkeep.exports(spec, observed));
        });
    return exports;
  }
}
