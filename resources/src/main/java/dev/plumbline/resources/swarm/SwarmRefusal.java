package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is not done to the place of a node in a swarm. Pure. */
final class SwarmRefusal {
  private SwarmRefusal() {}

  static Optional<Failure> of(
      SwarmSpec spec, SwarmObservation observed, List<Change> changes, Set<ResourceId> awaits) {
    if (observed.state() == SwarmObservation.State.STOPPED && awaits.isEmpty()) {
      return Optional.of(
          new Failure(
              "the Docker engine does not run on this node",
              "add `docker: {}` to the node's state, and to `packages` what brings the engine"));
    }
    boolean leaves = observed.isMember() && SwarmDiff.moves(changes);
    if (leaves && !spec.leaveForeign() && Membership.isForeign(spec, observed)) {
      return Optional.of(foreign(spec, observed));
    }
    if (observed.role() == Role.MANAGER && has(changes, SwarmDiff.ADVERTISE)) {
      return Optional.of(
          new Failure(
              "the address of a manager stays "
                  + observed.address()
                  + " for as long as it is in the swarm",
              "correct `advertise`; or make the node a worker, apply, and make it a manager again"));
    }
    if (observed.role() == Role.WORKER
        && has(changes, SwarmDiff.ROLE)
        && spec.role() == Role.MANAGER
        && Membership.invitation(spec).isEmpty()) {
      return Optional.of(
          new Failure(
              "this node is a worker in its swarm, and no manager of that swarm is one in this inventory",
              "run 'docker node promote "
                  + observed.nodeId()
                  + "' on a manager of the swarm, or take the node out of it with 'docker swarm leave'"));
    }
    return Optional.empty();
  }

  private static Failure foreign(SwarmSpec spec, SwarmObservation observed) {
    String ours =
        Membership.ours(spec.known(), Optional.empty())
            .map(cluster -> ", which is not the cluster's (" + cluster + ")")
            .orElse(", and no manager of this inventory is");
    return new Failure(
        "this node is a "
            + observed.role().word()
            + " in the swarm "
            + observed.cluster().orElse("")
            + ours,
        "say `leave_foreign: true` if it may leave, or take it out with 'docker swarm leave' on the node");
  }

  private static boolean has(List<Change> changes, String attribute) {
    return changes.stream().anyMatch(change -> change.attribute().equals(attribute));
  }
}
