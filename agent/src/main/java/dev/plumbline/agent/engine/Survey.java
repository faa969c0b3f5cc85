package dev.plumbline.agent.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.Withdrawable;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.Order;
import dev.plumbline.resources.codec.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One look at everything that a plan speaks of.
 *
 * @param leaving what leaves the catalog and goes from the node, the last applied first
 * @param unmanaged what leaves the catalog and stays
 * @param staying the resources of the catalog, each after all that it needs
 */
record Survey(
    List<Sight<?, ?>> leaving,
    List<ResourceId> unmanaged,
    List<Sight<?, ?>> staying,
    Predecessors predecessors) {

  /**
   * Looks at the node.
   *
   * @throws Failure if the resources cannot be ordered
   */
  static Survey of(Desired desired, Kinds kinds) throws Failure {
    List<Catalog.Entry> sorted = sort(desired.catalog(), kinds);
    List<Sight<?, ?>> leaving = new ArrayList<>();
    List<ResourceId> unmanaged = new ArrayList<>();
    for (Catalog.Entry entry : desired.left()) {
      withdrawn(entry, kinds).ifPresentOrElse(leaving::addFirst, () -> unmanaged.add(entry.id()));
    }
    List<Sight<?, ?>> staying = new ArrayList<>();
    sorted.forEach(entry -> staying.add(Sight.of(kinds.subject(entry.id(), entry.spec()))));
    return new Survey(leaving, unmanaged, staying, new Predecessors(desired.catalog(), sorted));
  }

  /** What goes from the node, looked at; empty if it stays. */
  private static Optional<Sight<?, ?>> withdrawn(Catalog.Entry entry, Kinds kinds) {
    if (!(entry.spec() instanceof Withdrawable<?> spec)) {
      return Optional.empty();
    }
    try {
      Optional<? extends Spec> withdrawn =
          Contained.run("withdrawing", entry.id(), () -> spec.withdrawn());
      return withdrawn.map(gone -> Sight.compared(kinds.subject(entry.id(), gone)));
    } catch (Failure failure) {
      Subject<?, ?> subject = kinds.subject(entry.id(), entry.spec());
      return Optional.of(new Sight<>(subject, new Look.Unseen<>(failure)));
    }
  }

  private static List<Catalog.Entry> sort(Catalog catalog, Kinds kinds) throws Failure {
    return switch (Order.of(catalog, kinds.registry())) {
      case Order.Sorted sorted -> sorted.entries();
      case Order.Cycle cycle ->
          throw new Failure(
              "these resources need each other in a circle: "
                  + cycle.path().stream()
                      .map(ResourceId::toString)
                      .collect(Collectors.joining(" needs ")),
              "take one 'after' of theirs out of the inventory");
    };
  }

  /** SHA-256 over all that was seen, lower-case hexadecimal. */
  String hash() {
    Map<String, String> members = new TreeMap<>();
    staying.forEach(sight -> members.put(sight.id().toString(), seen(sight.look())));
    leaving.forEach(sight -> members.put("leaving " + sight.id(), seen(sight.look())));
    return Secret.digestOf(CanonicalJson.object(members).getBytes(StandardCharsets.UTF_8));
  }

  private static String seen(Look<?> look) {
    return switch (look) {
      case Look.Seen<?> seen -> seen.canonical();
      case Look.Unseen<?> _ -> CanonicalJson.string("unseen");
      case Look.Lacking<?> _ -> CanonicalJson.string("lacking");
    };
  }
}
