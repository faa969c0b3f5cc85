package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Spreads ranks over nodes: as {@code mpirun} does, a node is filled before the next, or has so
 * many ranks as the job wants on each.
 */
final class Placement {
  private Placement() {}

  /**
   * The places, the head first; empty if the ranks do not fit.
   *
   * @param free how many slots of a node may be taken
   */
  static Optional<List<Place>> of(
      JobSpec spec, List<Standing> nodes, ToIntFunction<Standing> free) {
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    return switch (spec.kind()) {
      case COMMAND, SPARK -> onceEach(nodes, free);
      case MPI -> spec.ranks() == 0 ? all(spec, nodes, free) : filled(spec, nodes, free);
    };
  }

  /** Every node with all its slots, whether or not they are free. */
  static List<Place> everywhere(List<Standing> nodes) {
    return nodes.stream().map(node -> place(node, node.slots())).toList();
  }

  private static Optional<List<Place>> onceEach(
      List<Standing> nodes, ToIntFunction<Standing> free) {
    return nodes.stream().allMatch(node -> free.applyAsInt(node) > 0)
        ? Optional.of(nodes.stream().map(node -> place(node, 1)).toList())
        : Optional.empty();
  }

  private static Optional<List<Place>> all(
      JobSpec spec, List<Standing> nodes, ToIntFunction<Standing> free) {
    int perNode = spec.mpi().ranksPerNode();
    if (perNode == 0) {
      return nodes.stream().allMatch(node -> free.applyAsInt(node) == node.slots())
          ? Optional.of(everywhere(nodes))
          : Optional.empty();
    }
    return nodes.stream().allMatch(node -> room(spec, free.applyAsInt(node)) == perNode)
        ? Optional.of(nodes.stream().map(node -> place(node, perNode)).toList())
        : Optional.empty();
  }

  /** How many ranks a node takes of which so many slots are free. */
  private static int room(JobSpec spec, int free) {
    int perNode = spec.mpi().ranksPerNode();
    if (perNode == 0 || free == 0) {
      return free;
    }
    return spec.mpi().oversubscribe() ? perNode : Math.min(perNode, free);
  }

  private static Optional<List<Place>> filled(
      JobSpec spec, List<Standing> nodes, ToIntFunction<Standing> free) {
    List<Place> places = new ArrayList<>();
    int left = spec.ranks();
    for (Standing node : nodes) {
      int here = Math.min(left, room(spec, free.applyAsInt(node)));
      if (here > 0) {
        places.add(place(node, here));
        left -= here;
      }
    }
    if (left == 0) {
      return Optional.of(places);
    }
    return spec.mpi().oversubscribe()
            && spec.mpi().ranksPerNode() == 0
            && places.size() == nodes.size()
        ? Optional.of(crowded(places, left))
        : Optional.empty();
  }

  /** More ranks than slots: the rest goes round the nodes. */
  private static List<Place> crowded(List<Place> places, int rest) {
    List<Place> crowded = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      int more = rest / places.size() + (i < rest % places.size() ? 1 : 0);
      crowded.add(new Place(place.node(), place.address(), place.slots(), place.ranks() + more));
    }
    return crowded;
  }

  private static Place place(Standing node, int ranks) {
    return new Place(node.node(), node.address(), node.slots(), ranks);
  }
}
