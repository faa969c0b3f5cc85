package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Secret;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the nodes of a swarm tell each other. Pure. */
final class Links {
  /** Stands for the id of a swarm, or of a node in it, where there is none. */
  static final String NONE = "none";

  static final String CLUSTER = "cluster_id";
  static final String ADDRESS = "address";
  static final String NODE = "node_id";
  static final String REMOVED = "removed";
  static final String WORKER_TOKEN = "worker_token";
  static final String MANAGER_TOKEN = "manager_token";

  private Links() {}

  private static ExportKey key(String node, String attribute) {
    return new ExportKey(node, ResourceId.only(SwarmSpec.KIND), attribute);
  }

  private static String tokenOf(Role role) {
    return role == Role.MANAGER ? MANAGER_TOKEN : WORKER_TOKEN;
  }

  /** Of the keeper: that the swarm has a node as one of its managers. */
  static String manager(String node) {
    return "manager_" + node;
  }

  /**
   * Whether another manager is in a swarm, it must know before it makes one itself; to join one, it
   * needs a token of a manager; and a manager is one when the keeper says so.
   */
  static Set<ExportKey> needs(SwarmSpec spec) {
    Peers peers = spec.known();
    if (spec.role() == Role.NONE) {
      return Set.of();
    }
    Set<ExportKey> needs = new LinkedHashSet<>();
    for (String other : peers.others()) {
      if (!peers.standings().containsKey(other)) {
        needs.add(key(other, CLUSTER));
      }
    }
    List<String> hosts = Membership.hosts(peers);
    if (hosts.isEmpty() && !peers.isKeeper() && !peers.keeper().isEmpty()) {
      needs.add(key(peers.keeper(), tokenOf(spec.role())));
    }
    if (Membership.invitation(spec).isEmpty() && !peers.isKeptBySelf()) {
      for (String host : hosts) {
        needs.add(key(host, ADDRESS));
        needs.add(key(host, tokenOf(spec.role())));
      }
    }
    Peers.Standing keeper = peers.standings().get(peers.keeper());
    if (isSubject(spec) && (keeper == null || keeper.promoted().isEmpty())) {
      needs.add(key(peers.keeper(), manager(peers.self())));
    }
    return needs;
  }

  /** Whether the node is a manager that another one is the keeper of. */
  private static boolean isSubject(SwarmSpec spec) {
    return spec.role() == Role.MANAGER
        && !spec.known().isKeeper()
        && !spec.known().keeper().isEmpty();
  }

  static Set<ExportKey> takes(SwarmSpec spec) {
    Peers peers = spec.known();
    Set<ExportKey> takes = new LinkedHashSet<>();
    for (String manager : peers.watched()) {
      takes.add(key(manager, CLUSTER));
      if (spec.role() != Role.NONE && !manager.equals(peers.self())) {
        takes.add(key(manager, ADDRESS));
        takes.add(key(manager, tokenOf(spec.role())));
      }
    }
    if (spec.role() != Role.NONE && !peers.isKeeper() && !peers.keeper().isEmpty()) {
      takes.add(key(peers.keeper(), REMOVED));
    }
    if (isSubject(spec)) {
      takes.add(key(peers.keeper(), manager(peers.self())));
    }
    for (String member : peers.members().keySet()) {
      if (!member.equals(peers.self())) {
        takes.add(key(member, NODE));
      }
    }
    return takes;
  }

  static Peers link(SwarmSpec spec, Exports exports) {
    Peers peers = spec.known();
    Map<String, Peers.Standing> standings = new LinkedHashMap<>();
    for (String manager : peers.watched()) {
      exports
          .find(key(manager, CLUSTER))
          .ifPresent(cluster -> standings.put(manager, standing(spec, manager, cluster, exports)));
    }
    Map<String, String> ids = new LinkedHashMap<>();
    peers
        .members()
        .forEach((name, member) ->
            exports
                .find(key(name, NODE))
                .map(Export::value)
                // One that is about to join is of interest when it has joined.
                .filter(id -> !id.equals(NONE) || member.role() == Role.NONE)
                .ifPresent(id -> ids.put(name, id)));
    ids.remove(peers.self());
    return peers.linked(standings, ids);
  }

  private static Peers.Standing standing(
      SwarmSpec spec, String manager, Export cluster, Exports exports) {
    boolean inNone = cluster.value().equals(NONE) || spec.role() == Role.NONE;
    return new Peers.Standing(
        cluster.value(),
        inNone ? Optional.empty() : exports.find(key(manager, ADDRESS)).map(Export::value),
        inNone
            ? Optional.empty()
            : exports.find(key(manager, tokenOf(spec.role()))).map(Export::value).map(Secret::of),
        exports.find(key(manager, REMOVED)).map(Export::value).map(Links::ids).orElse(List.of()),
        exports
            .find(key(manager, manager(spec.known().self())))
            .map(Export::value)
            .filter(id -> !id.equals(NONE)));
  }

  /** What a node publishes of its place in a swarm. */
  static String place(SwarmObservation observed) {
    return observed.cluster().map(cluster -> cluster + "/" + observed.nodeId()).orElse(NONE);
  }

  /** The ids of nodes that are in that swarm, or in none; the others are about to move. */
  static Map<String, String> idsIn(String cluster, Map<String, String> places) {
    Map<String, String> ids = new LinkedHashMap<>();
    places.forEach((name, place) -> {
      if (place.equals(NONE)) {
        ids.put(name, NONE);
      } else if (place.startsWith(cluster + "/")) {
        ids.put(name, place.substring(cluster.length() + 1));
      }
    });
    return ids;
  }

  private static List<String> ids(String joined) {
    return Arrays.stream(joined.split(",")).filter(id -> !id.isEmpty()).toList();
  }
}
