package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Spreads ranks over nodes: as {@code mpirun} does, a node is filled before the next. */
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
      case MPI -> spec.ranks() == 0 ? all(nodes, free) : filled(spec, nodes, free);
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

  private static Optional<List<Place>> all(List<Standing> nodes, ToIntFunction<Standing> free) {
    return nodes.stream().allMatch(node -> free.applyAsInt(node) == node.slots())
        ? Optional.of(everywhere(nodes))
        : Optional.empty();
  }

  private static Optional<List<Place>> filled(
      JobSpec spec, List<Standing> nodes, ToIntFunction<Standing> free) {
    List<Place> places = new ArrayList<>();
    int left = spec.ranks();
    for (Standing node : nodes) {
      int here = Math.min(left, free.applyAsInt(node));
      if (here > 0) {
        places.add(place(node, here));
        left -= here;
      }
    }
    if (left == 0) {
      return Optional.of(places);
    }
    return spec.oversubscribe() && places.size() == nodes.size()
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
