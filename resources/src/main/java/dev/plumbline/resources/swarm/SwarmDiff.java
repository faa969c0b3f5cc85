package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.swarm.SwarmObservation.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs in the place of a node in the swarm. Pure. */
final class SwarmDiff {
  static final String ROLE = "role";
  static final String CLUSTER = "cluster";
  static final String STATE = "state";
  static final String ADVERTISE = "advertise";

  private SwarmDiff() {}

  static List<Change> of(SwarmSpec spec, SwarmObservation observed) {
    if (spec.role() == Role.NONE) {
      return observed.isMember()
          ? List.of(
              Change.of(ROLE, observed.role().word(), Role.NONE.word()),
              Change.of(CLUSTER, observed.cluster().orElse(null), null))
          : List.of();
    }
    if (!observed.isMember()) {
      return entering(spec, observed);
    }
    Optional<String> ours = Membership.ours(spec.known(), observed.cluster());
    if (ours.isEmpty()) {
      return List.of();
    }
    if (!ours.equals(observed.cluster())) {
      return Membership.invitation(spec).isEmpty()
          ? List.of()
          : List.of(Change.of(CLUSTER, observed.cluster().orElse(null), ours.get()));
    }
    List<Change> changes = new ArrayList<>(inside(spec, observed));
    changes.addAll(Upkeep.of(spec, observed).stream().map(Upkeep.Deed::change).toList());
    return changes;
  }

  private static List<Change> entering(SwarmSpec spec, SwarmObservation observed) {
    List<Change> changes = new ArrayList<>();
    if (Membership.makesIt(spec)) {
      changes.add(Change.of(ROLE, observed.role().word(), spec.role().word()));
      changes.add(new Change.KnownAfterApply(CLUSTER, null, "the new swarm"));
    } else if (Membership.invitation(spec).isPresent()) {
      changes.add(Change.of(ROLE, observed.role().word(), spec.role().word()));
      Membership.ours(spec.known(), Optional.empty())
          .ifPresent(cluster -> changes.add(Change.of(CLUSTER, null, cluster)));
    }
    if (!changes.isEmpty() && spec.known().isKeeper()) {
      changes.addAll(Upkeep.ofNewcomer(spec));
    }
    return changes;
  }

  private static List<Change> inside(SwarmSpec spec, SwarmObservation observed) {
    List<Change> changes = new ArrayList<>();
    Peers peers = spec.known();
    Peers.Standing keeper = peers.standings().get(peers.keeper());
    if (observed.state() == State.BROKEN) {
      changes.add(Change.of(STATE, observed.trouble(), "well"));
    } else if (keeper != null && keeper.removed().contains(observed.nodeId())) {
      changes.add(Change.of(STATE, "removed by a manager", "well"));
    }
    spec.advertise()
        .filter(_ -> !observed.address().isEmpty())
        .filter(wanted -> Addresses.parseHost(wanted).isPresent())
        .filter(wanted -> !Addresses.same(wanted, observed.address()))
        .ifPresent(wanted ->
            changes.add(Change.of(ADVERTISE, observed.address(), Addresses.host(wanted))));
    if (peers.isKeeper() && observed.role() == Role.WORKER) {
      changes.add(Change.of(ROLE, observed.role().word(), spec.role().word()));
    }
    return changes;
  }

  /** Whether the node has to leave the swarm that it is in, or to enter one. */
  static boolean moves(List<Change> changes) {
    return changes.stream()
        .map(Change::attribute)
        .anyMatch(List.of(ROLE, CLUSTER, STATE, ADVERTISE)::contains);
  }
}
