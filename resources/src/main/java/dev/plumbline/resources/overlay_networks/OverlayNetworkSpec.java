package dev.plumbline.resources.overlay_networks;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.swarm.Role;
import dev.plumbline.resources.swarm.SwarmSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an overlay network must be. */
@Doc("A network that spans the nodes of the swarm; said of its managers.")
public record OverlayNetworkSpec(
    @Name @Doc("The name of the network.") String name,
    @Default("present") @Doc("Whether there is such a network: present or absent.")
        NetworkState state,
    @Doc("Whether containers that belong to no service may use it.") Optional<Boolean> attachable,
    @Doc("Whether it has no way out of the swarm.") Optional<Boolean> internal,
    @Doc("Whether what travels between nodes is encrypted.") Optional<Boolean> encrypted,
    @Doc("Its addresses in CIDR notation, for example 10.20.0.0/16.") Optional<Subnet> subnet,
    @Doc("Options of the overlay driver, for example com.docker.network.driver.mtu.")
        Map<String, String> options)
    implements ClusterChecked {
  static final String ENCRYPTED = "encrypted";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");
  private static final Set<String> DOCKERS =
      Set.of("bridge", "host", "none", "ingress", "docker_gwbridge", "default");

  public OverlayNetworkSpec {
    new Checks()
        .that(
            NAME.matcher(name).matches(),
            "overlay-network-name",
            "",
            "'" + name + "' is not a name of a network (letters, digits, '_', '.', '-')")
        .that(
            !DOCKERS.contains(name),
            "overlay-network-own",
            "",
            "'" + name + "' is Docker's own network")
        .that(
            state == NetworkState.PRESENT
                || (attachable.isEmpty()
                    && internal.isEmpty()
                    && encrypted.isEmpty()
                    && subnet.isEmpty()
                    && options.isEmpty()),
            "overlay-network-absent",
            "state",
            "a network that is absent has nothing else to say")
        .that(
            !options.containsKey(ENCRYPTED),
            "overlay-network-option",
            "options.encrypted",
            "say `encrypted: true` in place of the option")
        .done();
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return Set.of(ResourceId.only("swarm"));
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    boolean manager =
        cluster.specs(SwarmSpec.class).getOrDefault(cluster.self(), Map.of()).values().stream()
            .anyMatch(swarm -> swarm.role() == Role.MANAGER);
    checks.that(
        manager,
        "overlay-network-manager",
        "",
        "only a manager of the swarm can make networks: say swarm: {role: manager} of "
            + cluster.self()
            + ", or say the network of the managers");
  }
}
