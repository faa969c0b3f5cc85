package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.host.engine.SwarmNode;
import dev.plumbline.resources.host.engine.SwarmNodeUpdate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the keeper has to correct in what the swarm says of its nodes. Nodes that are not in the
 * inventory are left alone, and so are nodes that are in the swarm and down: that is theirs. Pure.
 */
final class Upkeep {
  private final SwarmObservation observed;
  private final Map<String, String> ids;
  private final Set<String> known;
  private final List<Deed> deeds = new ArrayList<>();

  private Upkeep(Peers peers, SwarmObservation observed) {
    this.observed = observed;
    this.ids = Links.idsIn(observed.cluster().orElse(""), peers.nodeIds());
    this.ids.put(peers.self(), observed.nodeId());
    this.known = Set.copyOf(ids.values());
  }

  /** One correction. */
  sealed interface Deed {
    Change change();

    /** What the swarm says of a node becomes something else. */
    record Update(Change change, String id, SwarmNodeUpdate update) implements Deed {}

    /** A line of the list goes: the node is in it twice, or not in the swarm any more. */
    record Forget(Change change, String id) implements Deed {}

    /** A node that was taken out of the list comes back: it joins again when it hears of it. */
    record Await(Change change, Member member, Set<String> known) implements Deed {}
  }

  /** In the order in which they are done: who becomes a manager does so before another is none. */
  static List<Deed> of(SwarmSpec spec, SwarmObservation observed) {
    Peers peers = spec.known();
    if (!peers.isKeeper() || !observed.manages()) {
      return List.of();
    }
    Upkeep upkeep = new Upkeep(peers, observed);
    peers.members().forEach(upkeep::member);
    List<Deed> ordered = new ArrayList<>();
    upkeep.deeds.stream().filter(deed -> !demotes(deed)).forEach(ordered::add);
    upkeep.deeds.stream().filter(Upkeep::demotes).forEach(ordered::add);
    return List.copyOf(ordered);
  }

  /** What the keeper will have to say of itself once it is in the swarm. */
  static List<Change> ofNewcomer(SwarmSpec spec) {
    String self = spec.known().self();
    List<Change> changes = new ArrayList<>();
    spec.availability()
        .filter(wanted -> wanted != SwarmNode.Availability.ACTIVE)
        .ifPresent(
            wanted -> changes.add(Change.of(attribute(self, "availability"), null, word(wanted))));
    spec.labels()
        .forEach(
            (key, value) -> changes.add(Change.of(attribute(self, "labels." + key), null, value)));
    return changes;
  }

  private static boolean demotes(Deed deed) {
    return deed instanceof Deed.Update update
        && update.update().role().equals(Optional.of(SwarmNode.Role.WORKER));
  }

  /** What the keeper tells others of the swarm's list: who is gone from it, who is a manager. */
  static List<Export> exports(SwarmSpec spec, SwarmObservation observed) {
    Peers peers = spec.known();
    if (!peers.isKeeper()) {
      return List.of();
    }
    Map<String, SwarmNode> listed = new HashMap<>();
    observed.nodes().forEach(node -> listed.put(node.id(), node));
    List<Export> exports = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    Links.idsIn(observed.cluster().orElse(""), peers.nodeIds())
        .forEach((name, id) -> {
          SwarmNode node = listed.get(id);
          if (node == null && !id.equals(Links.NONE)) {
            removed.add(id);
          }
          boolean manages = node != null && node.managerAddress().isPresent();
          exports.add(Export.plain(Links.manager(name), manages ? id : Links.NONE));
        });
    removed.sort(Comparator.naturalOrder());
    exports.add(Export.plain(Links.REMOVED, String.join(",", removed)));
    return exports;
  }

  /** The line of a node that joined again without this manager's having been told. */
  static Optional<SwarmNode> standIn(Member member, Set<String> known, List<SwarmNode> nodes) {
    return nodes.stream()
        .filter(node -> node.hostname().equals(member.hostname()))
        .filter(node -> !node.down() && !known.contains(node.id()))
        .findFirst();
  }

  private void member(String name, Member member) {
    String id = ids.get(name);
    if (id == null) {
      return;
    }
    if (id.equals(Links.NONE)) {
      observed.nodes().stream()
          .filter(node -> node.hostname().equals(member.hostname()) && !known.contains(node.id()))
          .forEach(node -> forget(name, node));
      return;
    }
    if (member.role() == Role.NONE) {
      return; // It leaves by itself.
    }
    Optional<SwarmNode> line =
        observed.nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    if (line.isPresent()) {
      update(name, member, line.get());
    } else if (standIn(member, known, observed.nodes()).isEmpty()) {
      deeds.add(
          new Deed.Await(Change.of("members." + name, "removed", "in the swarm"), member, known));
    }
  }

  private void update(String name, Member member, SwarmNode node) {
    SwarmNode.Role role =
        member.role() == Role.MANAGER ? SwarmNode.Role.MANAGER : SwarmNode.Role.WORKER;
    if (node.role() != role) {
      deeds.add(
          new Deed.Update(
              Change.of(attribute(name, "role"), word(node.role()), word(role)),
              node.id(),
              new SwarmNodeUpdate(Optional.of(role), Optional.empty(), Map.of())));
    }
    member
        .availability()
        .filter(wanted -> wanted != node.availability())
        .ifPresent(wanted ->
            deeds.add(
                new Deed.Update(
                    Change.of(
                        attribute(name, "availability"), word(node.availability()), word(wanted)),
                    node.id(),
                    new SwarmNodeUpdate(Optional.empty(), Optional.of(wanted), Map.of()))));
    member
        .labels()
        .forEach((key, value) -> {
          if (!value.equals(node.labels().get(key))) {
            deeds.add(
                new Deed.Update(
                    Change.of(attribute(name, "labels." + key), node.labels().get(key), value),
                    node.id(),
                    new SwarmNodeUpdate(Optional.empty(), Optional.empty(), Map.of(key, value))));
          }
        });
    observed.nodes().stream()
        .filter(other -> other.hostname().equals(node.hostname()) && !known.contains(other.id()))
        .filter(other -> other.down() || Addresses.same(other.address(), node.address()))
        .forEach(other -> forget(name, other));
  }

  private void forget(String name, SwarmNode node) {
    deeds.add(
        new Deed.Forget(Change.of(attribute(name, "former"), node.id(), "forgotten"), node.id()));
  }

  private static String attribute(String name, String key) {
    return "members." + name + "." + key;
  }

  static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
