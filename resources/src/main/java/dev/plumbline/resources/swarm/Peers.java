package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.hostname.HostnameSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The other nodes of the inventory, so far as a swarm joins them.
 *
 * @param self the name of the node that this is seen from
 * @param managers the names of all nodes that must be managers, in the order of the inventory
 * @param members what the swarm must say of each node, by name; only at the keeper
 * @param standings what managers publish of themselves, by name
 * @param nodeIds where the members are by their own account, by name: the swarm and the id in it,
 *     or {@link Links#NONE}
 */
public record Peers(
    String self,
    List<String> managers,
    Map<String, Member> members,
    Map<String, Standing> standings,
    Map<String, String> nodeIds) {
  static final Peers NOBODY = new Peers("", List.of(), Map.of(), Map.of(), Map.of());

  public Peers {
    managers = List.copyOf(managers);
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    standings = Map.copyOf(standings);
    nodeIds = Map.copyOf(nodeIds);
  }

  static Peers of(Cluster cluster) {
    Map<String, Map<String, SwarmSpec>> specs = cluster.specs(SwarmSpec.class);
    Map<String, Map<String, HostnameSpec>> hostnames = cluster.specs(HostnameSpec.class);
    List<String> managers = new ArrayList<>();
    Map<String, Member> members = new LinkedHashMap<>();
    for (Cluster.Node node : cluster.nodes()) {
      for (SwarmSpec spec : specs.getOrDefault(node.name(), Map.of()).values()) {
        if (spec.role() == Role.MANAGER) {
          managers.add(node.name());
        }
        String hostname =
            hostnames.getOrDefault(node.name(), Map.of()).values().stream()
                .map(HostnameSpec::name)
                .findFirst()
                .orElse(node.name());
        members.put(
            node.name(), new Member(hostname, spec.role(), spec.availability(), spec.labels()));
      }
    }
    boolean keeps = !managers.isEmpty() && managers.getFirst().equals(cluster.self());
    return new Peers(cluster.self(), managers, keeps ? members : Map.of(), Map.of(), Map.of());
  }

  /** The manager that says for the swarm what its nodes are; empty text if there is none. */
  String keeper() {
    return managers.isEmpty() ? "" : managers.getFirst();
  }

  boolean isKeeper() {
    return !managers.isEmpty() && self.equals(keeper());
  }

  /** The managers besides this node. */
  List<String> others() {
    return managers.stream().filter(manager -> !manager.equals(self)).toList();
  }

  /**
   * The managers whose place in a swarm matters to this node: the others, and to a keeper among
   * others also its own.
   */
  List<String> watched() {
    return isKeeper() && managers.size() > 1 ? managers : others();
  }

  /** Whether this node, which is the keeper, said last that it is in a swarm. */
  boolean isKeptBySelf() {
    Standing own = standings.get(self);
    return own != null && !own.cluster().equals(Links.NONE);
  }

  Peers linked(Map<String, Standing> found, Map<String, String> ids) {
    return new Peers(self, managers, members, found, ids);
  }

  /**
   * What a manager publishes of itself.
   *
   * @param cluster the id of its swarm; {@link Links#NONE} if it is in none
   * @param address where others join; empty if it cannot say
   * @param token with which this node may join in its role
   * @param removed ids of nodes that its swarm no longer knows although they think so; only of the
   *     keeper
   * @param promoted the id under which its swarm has this node as a manager; only of the keeper
   */
  public record Standing(
      String cluster,
      Optional<String> address,
      Optional<Secret> token,
      List<String> removed,
      Optional<String> promoted) {
    public Standing {
      removed = List.copyOf(removed);
    }
  }
}
