package dev.plumbline.resources.swarm;

import dev.plumbline.resources.host.engine.SwarmInvitation;
import java.util.List;
import java.util.Optional;

/**
 * Which swarm is the cluster's: that of the first manager, in the order of the inventory, that is
 * in one. Pure.
 */
final class Membership {
  private Membership() {}

  /** The other managers that are in the swarm of the first of them that is in one. */
  static List<String> hosts(Peers peers) {
    Optional<String> cluster =
        peers.others().stream()
            .map(peers.standings()::get)
            .filter(standing -> standing != null && !standing.cluster().equals(Links.NONE))
            .map(Peers.Standing::cluster)
            .findFirst();
    return cluster.isEmpty() ? List.of() : hosts(peers, cluster.get());
  }

  private static List<String> hosts(Peers peers, String cluster) {
    return peers.others().stream()
        .filter(other -> {
          Peers.Standing standing = peers.standings().get(other);
          return standing != null && standing.cluster().equals(cluster);
        })
        .toList();
  }

  /**
   * The cluster's swarm.
   *
   * @param own the swarm that this node is in
   * @return empty if there is none, or if it cannot be told yet
   */
  static Optional<String> ours(Peers peers, Optional<String> own) {
    for (String manager : peers.managers()) {
      Optional<String> cluster =
          manager.equals(peers.self())
              ? Optional.of(own.orElse(Links.NONE))
              : Optional.ofNullable(peers.standings().get(manager)).map(Peers.Standing::cluster);
      if (cluster.isEmpty()) {
        return Optional.empty();
      }
      if (!cluster.get().equals(Links.NONE)) {
        return cluster;
      }
    }
    return Optional.empty();
  }

  /** Whether this node, being in no swarm, makes the cluster's: nobody else has one. */
  static boolean makesIt(SwarmSpec spec) {
    Peers peers = spec.known();
    return spec.role() == Role.MANAGER
        && peers.isKeeper()
        && peers.standings().keySet().containsAll(peers.others())
        && hosts(peers).isEmpty();
  }

  /** What it takes to join the others; empty while that is not known. */
  static Optional<SwarmInvitation> invitation(SwarmSpec spec) {
    Peers peers = spec.known();
    List<Peers.Standing> usable =
        hosts(peers).stream()
            .map(peers.standings()::get)
            .filter(standing ->
                standing != null && standing.token().isPresent() && standing.address().isPresent())
            .toList();
    if (usable.isEmpty() || !peers.standings().keySet().containsAll(peers.others())) {
      return Optional.empty();
    }
    List<String> addresses =
        spec.joinAddress()
            .map(address -> List.of(Addresses.withPort(address)))
            .orElseGet(
                () -> usable.stream().flatMap(standing -> standing.address().stream()).toList());
    return usable.getFirst().token().map(token -> new SwarmInvitation(addresses, token));
  }

  /**
   * Whether leaving the swarm that the node is in could take it from somebody: it is not the
   * cluster's, nor what is left of a swarm that the cluster's managers once made and have left.
   */
  static boolean isForeign(SwarmSpec spec, SwarmObservation observed) {
    Peers peers = spec.known();
    String cluster = observed.cluster().orElse("");
    if (ours(peers, observed.cluster()).filter(cluster::equals).isPresent()) {
      return false;
    }
    boolean someoneIsInIt = !hosts(peers, cluster).isEmpty();
    boolean wasOurs =
        observed.managers().stream()
            .anyMatch(manager ->
                peers.standings().values().stream()
                    .flatMap(standing -> standing.address().stream())
                    .anyMatch(address -> Addresses.same(address, manager)));
    return someoneIsInIt || !wasOurs || observed.role() == Role.MANAGER;
  }
}
