package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;

/** What stands against the start of a job: all of it at once, each a sentence with its cure. */
final class Preflight {
  private static final int MOST_CHANGES = 5;

  private Preflight() {}

  /** All that is known once the nodes have answered the checks. */
  static List<Obstacle> judge(JobView view) {
    JobRecord job = view.job();
    List<Obstacle> obstacles = new ArrayList<>(ofRanks(view));
    for (Place place : job.places()) {
      view.standings().stream()
          .filter(node -> node.node().equals(place.node()))
          .flatMap(node -> ofStanding(node).stream())
          .forEach(obstacles::add);
      NodeSight node = view.node(place);
      if (node.live()) {
        obstacles.addAll(ofDrift(place, node.drift()));
        node.report().ifPresent(report -> obstacles.addAll(report.problems()));
        if (node.listening().isEmpty()) {
          obstacles.add(silent(place.node()));
        }
      }
    }
    obstacles.addAll(Inspections.judge(view));
    return obstacles.stream().distinct().toList();
  }

  private static Obstacle silent(String node) {
    return Obstacle.firm(
        node + " did not answer the check",
        "see plumb status, and journalctl -u plumbline-agent on " + node);
  }

  /** What is known of a node without asking it. */
  static List<Obstacle> ofStanding(Standing node) {
    List<Obstacle> obstacles = new ArrayList<>();
    if (!node.live()) {
      obstacles.add(
          Obstacle.firm(
              node.node() + " is offline: " + node.absence(),
              "start it, see plumb status, or leave it out of `nodes`"));
    }
    node.drained()
        .ifPresent(reason ->
            obstacles.add(
                Obstacle.soft(
                    node.node() + " is drained: " + reason, "`plumb resume " + node.node() + "`")));
    node.unconverged()
        .ifPresent(why ->
            obstacles.add(
                Obstacle.soft(
                    node.node() + " is not converged: " + why,
                    "`plumb apply --limit " + node.node() + "`")));
    return obstacles;
  }

  private static List<Obstacle> ofRanks(JobView view) {
    JobSpec spec = view.job().spec();
    List<String> known = view.standings().stream().map(Standing::node).toList();
    List<Obstacle> obstacles = new ArrayList<>();
    for (String name : spec.nodes()) {
      if (!known.contains(name)) {
        obstacles.add(
            Obstacle.firm(
                "there is no node '" + name + "'",
                "name nodes of the inventory: " + String.join(", ", known)));
      }
    }
    if (known.isEmpty()) {
      obstacles.add(
          Obstacle.firm("no inventory was applied, so that there are no nodes", "`plumb apply`"));
    }
    if (spec.count() > known.size()) {
      obstacles.add(
          Obstacle.firm(
              "the job wants " + spec.count() + " nodes, the inventory has " + known.size(),
              "ask for fewer"));
    }
    int slots = view.job().places().stream().mapToInt(Place::slots).sum();
    if (spec.kind() == JobKind.MPI && spec.ranks() > slots && !spec.mpi().oversubscribe()) {
      obstacles.add(
          Obstacle.firm(
              spec.ranks() + " ranks do not fit: " + slotsOf(view.job().places()),
              "ask for fewer ranks or more nodes, or set `mpi: {oversubscribe: true}`"));
    }
    obstacles.addAll(ofRanksPerNode(spec, view.job().places()));
    return obstacles;
  }

  private static List<Obstacle> ofRanksPerNode(JobSpec spec, List<Place> places) {
    int perNode = spec.mpi().ranksPerNode();
    if (perNode == 0) {
      return List.of();
    }
    List<Obstacle> obstacles = new ArrayList<>();
    List<Place> small = places.stream().filter(place -> place.slots() < perNode).toList();
    if (!small.isEmpty() && !spec.mpi().oversubscribe()) {
      obstacles.add(
          Obstacle.firm(
              perNode + " ranks per node do not fit: " + slotsOf(small),
              "ask for fewer, or set `mpi: {oversubscribe: true}`"));
    }
    if (spec.ranks() > (long) perNode * places.size()) {
      obstacles.add(
          Obstacle.firm(
              spec.ranks() + " ranks do not fit: " + perNode + " per node on " + places.size(),
              "ask for fewer ranks, more nodes or more ranks per node"));
    }
    return obstacles;
  }

  private static String slotsOf(List<Place> places) {
    int slots = places.stream().mapToInt(Place::slots).sum();
    List<String> each = places.stream().map(place -> place.node() + " " + place.slots()).toList();
    return "there are " + slots + " slots (" + String.join(", ", each) + ")";
  }

  private static List<Obstacle> ofDrift(Place place, Drift drift) {
    String node = place.node();
    String cure = "`plumb apply --limit " + node + "`";
    return switch (drift) {
      case Drift.Seen seen when seen.changes().isEmpty() -> List.of();
      case Drift.Seen seen -> {
        int more = seen.changes().size() - MOST_CHANGES;
        yield List.of(
            Obstacle.soft(
                node
                    + " is drifted: "
                    + String.join(", ", seen.changes().stream().limit(MOST_CHANGES).toList())
                    + (more > 0 ? " and " + more + " more" : ""),
                cure));
      }
      case Drift.Unseen unseen ->
          List.of(
              Obstacle.soft(
                  "whether " + node + " is drifted is not known: " + unseen.why(),
                  "see plumb drift --limit " + node));
      case Drift.Unasked _, Drift.Asked _ ->
          List.of(
              Obstacle.soft(
                  node + " has not said in time whether it is drifted",
                  "see plumb drift --limit " + node));
    };
  }
}
