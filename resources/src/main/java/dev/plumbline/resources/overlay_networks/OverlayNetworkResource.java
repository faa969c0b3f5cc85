package dev.plumbline.resources.overlay_networks;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Settled;
import dev.plumbline.resources.docker.DockerUnit;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.engine.EngineNetwork;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Observes and changes networks of the swarm. */
public final class OverlayNetworkResource
    implements Resource<OverlayNetworkSpec, OverlayNetworkObservation>,
        Refusing<OverlayNetworkSpec, OverlayNetworkObservation>,
        Settled<OverlayNetworkObservation> {
  public static final ResourceType<OverlayNetworkSpec> TYPE =
      ResourceType.many(
          "overlay_networks",
          "overlay_network",
          OverlayNetworkSpec.class,
          ports -> new OverlayNetworkResource(ports.get(Engine.class), ports.get(Units.class)));

  private final Engine engine;
  private final Units units;

  public OverlayNetworkResource(Engine engine, Units units) {
    this.engine = engine;
    this.units = units;
  }

  @Override
  public OverlayNetworkObservation observe(OverlayNetworkSpec spec) throws Failure {
    UnitStatus status = units.status(DockerUnit.NAME);
    return status.running()
        ? new OverlayNetworkObservation(true, engine.network(spec.name()))
        : new OverlayNetworkObservation(!DockerUnit.installed(status), Optional.empty());
  }

  @Override
  public List<Change> diff(OverlayNetworkSpec spec, OverlayNetworkObservation observed) {
    return NetworkDiff.of(spec, observed);
  }

  @Override
  public Optional<Failure> refuse(
      OverlayNetworkSpec spec,
      OverlayNetworkObservation observed,
      List<Change> changes,
      Set<ResourceId> awaits) {
    if (!observed.known() && awaits.isEmpty()) {
      return Optional.of(
          new Failure(
              "the Docker engine does not run, so its networks are not known",
              "add `docker: {}` to the node's state, or start the engine"));
    }
    return observed
        .network()
        .filter(network -> !NetworkDiff.isOverlay(network))
        .map(network ->
            new Failure(
                "there is a network '"
                    + network.name()
                    + "' of the driver "
                    + network.driver()
                    + " on this node",
                "remove it with 'docker network rm "
                    + network.name()
                    + "' on the node, or choose another name"));
  }

  @Override
  public boolean mayBeSettled(OverlayNetworkObservation observed) {
    return !observed.known();
  }

  @Override
  public void apply(
      OverlayNetworkSpec spec,
      OverlayNetworkObservation observed,
      List<Change> changes,
      Progress progress)
      throws Failure {
    if (observed.network().isPresent()) {
      progress.now("removing the network " + spec.name());
      Optional<String> user = engine.removeNetwork(observed.network().get().id());
      if (user.isPresent()) {
        throw new Failure(
            "the network " + spec.name() + " cannot be changed while it is in use by " + user.get(),
            "end what uses it, then apply again; nothing was changed");
      }
    }
    if (spec.state() == NetworkState.PRESENT) {
      progress.now("making the network " + spec.name());
      engine.createNetwork(wanted(spec, observed.network()));
    }
  }

  /** What is not said stays as it was. */
  private static EngineNetwork wanted(OverlayNetworkSpec spec, Optional<EngineNetwork> before) {
    Map<String, String> options = new HashMap<>();
    before.ifPresent(network -> options.putAll(NetworkDiff.chosen(network)));
    options.putAll(spec.options());
    boolean encrypted = spec.encrypted().orElse(options.containsKey(OverlayNetworkSpec.ENCRYPTED));
    options.remove(OverlayNetworkSpec.ENCRYPTED);
    if (encrypted) {
      options.put(OverlayNetworkSpec.ENCRYPTED, "");
    }
    return new EngineNetwork(
        "",
        spec.name(),
        NetworkDiff.DRIVER,
        true,
        spec.attachable().or(() -> before.map(EngineNetwork::attachable)).orElse(false),
        spec.internal().or(() -> before.map(EngineNetwork::internal)).orElse(false),
        spec.subnet().map(Subnet::toString),
        Optional.empty(),
        options);
  }
}
