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

  /**
   * Whether another manager is in a swarm, it must know before it makes one itself; to join one, it
   * needs a token of a manager.
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
    if (Membership.hosts(peers).isEmpty()) {
      if (!peers.isKeeper() && !peers.keeper().isEmpty()) {
        needs.add(key(peers.keeper(), tokenOf(spec.role())));
      }
    } else if (Membership.invitation(spec).isEmpty()) {
      for (String host : Membership.hosts(peers)) {
        needs.add(key(host, ADDRESS));
        needs.add(key(host, tokenOf(spec.role())));
      }
    }
    return needs;
  }

  static Set<ExportKey> takes(SwarmSpec spec) {
    Peers peers = spec.known();
    Set<ExportKey> takes = new LinkedHashSet<>();
    for (String other : peers.others()) {
      takes.add(key(other, CLUSTER));
      if (spec.role() != Role.NONE) {
        takes.add(key(other, ADDRESS));
        takes.add(key(other, tokenOf(spec.role())));
      }
    }
    if (spec.role() != Role.NONE && !peers.isKeeper() && !peers.keeper().isEmpty()) {
      takes.add(key(peers.keeper(), REMOVED));
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
    for (String other : peers.others()) {
      exports
          .find(key(other, CLUSTER))
          .ifPresent(cluster -> standings.put(other, standing(spec, other, cluster, exports)));
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
        exports.find(key(manager, REMOVED)).map(Export::value).map(Links::ids).orElse(List.of()));
  }

  private static List<String> ids(String joined) {
    return Arrays.stream(joined.split(",")).filter(id -> !id.isEmpty()).toList();
  }
}
