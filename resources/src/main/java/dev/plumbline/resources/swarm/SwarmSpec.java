package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Expandable;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Filled;
import dev.plumbline.resources.Linked;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Shorthand;
import dev.plumbline.resources.host.engine.SwarmNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node is in the cluster's Docker swarm. */
@Doc("Whether the node is in the cluster's Docker swarm, and as what.")
public record SwarmSpec(
    @Shorthand @Doc("manager, worker, or none for a node in no swarm.") Role role,
    @Doc(
            "The address or NIC under which the other nodes reach this one, with or without port. Without it, Docker chooses.")
        Optional<String> advertise,
    @Doc("The address or NIC on which a manager listens, with or without port. Without it, all.")
        Optional<String> listen,
    @Doc("Whether the swarm gives the node work: active, pause or drain. Without it, left alone.")
        Optional<SwarmNode.Availability> availability,
    @Doc("Labels of the node in the swarm; others stay.") Map<String, String> labels,
    @Doc(
            "Where the node joins, with or without port, if it reaches the managers elsewhere than they say.")
        Optional<String> joinAddress,
    @Default("false") @Doc("Whether the node may leave a swarm that is not the cluster's.")
        boolean leaveForeign,
    @Filled Optional<Peers> peers)
    implements Expandable<SwarmSpec>, Linked<SwarmSpec>, ClusterChecked {
  static final String KIND = "swarm";

  public SwarmSpec {
    Checks checks = new Checks();
    SwarmChecks.form(checks, "advertise", advertise);
    SwarmChecks.form(checks, "listen", listen);
    SwarmChecks.form(checks, "join_address", joinAddress);
    SwarmChecks.labels(checks, labels);
    checks
        .that(
            role != Role.NONE
                || (advertise.isEmpty()
                    && listen.isEmpty()
                    && availability.isEmpty()
                    && labels.isEmpty()
                    && joinAddress.isEmpty()),
            "swarm-none",
            "role",
            "a node in no swarm has only 'leave_foreign' beside its role")
        .done();
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** The nodes of the inventory that a swarm joins; nobody before {@link #expand}. */
  Peers known() {
    return peers.orElse(Peers.NOBODY);
  }

  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return catalog.stream().filter(SwarmSpec::isBelow).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isBelow(ResourceId id) {
    return switch (id.kind()) {
      case "docker", "address" -> true;
      case "service" -> id.name().equals("docker") || id.name().equals("docker.service");
      default -> false;
    };
  }

  /** The swarm knows a node by the name that it has when it joins. */
  @Override
  public Set<ResourceId> follows(Set<ResourceId> catalog) {
    return catalog.stream()
        .filter(id -> Set.of("hostname", "hosts", "package").contains(id.kind()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public SwarmSpec expand(Cluster cluster, Checks checks) {
    return with(Peers.of(cluster));
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    SwarmChecks.cluster(this, cluster, checks);
  }

  @Override
  public Set<ExportKey> needs() {
    return Links.needs(this);
  }

  @Override
  public Set<ExportKey> takes() {
    return Links.takes(this);
  }

  /** A node publishes its own place in a swarm also while it waits for those of others. */
  @Override
  public boolean appliesInPart() {
    return true;
  }

  @Override
  public SwarmSpec link(Exports exports) {
    return with(Links.link(this, exports));
  }

  SwarmSpec with(Peers all) {
    return new SwarmSpec(
        role, advertise, listen, availability, labels, joinAddress, leaveForeign, Optional.of(all));
  }
}
