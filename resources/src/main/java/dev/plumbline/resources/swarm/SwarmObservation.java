package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Secret;
import dev.plumbline.resources.host.engine.SwarmNode;
import java.util.List;
import java.util.Optional;

/**
 * The place of a node in a swarm.
 *
 * @param cluster the id of the swarm that the node is in; empty if it is in none
 * @param nodeId the node's id in it; empty if it is in none
 * @param role what it is in it
 * @param address under which the others reach it, without port; empty where nobody asked
 * @param trouble what is wrong; empty if nothing is
 * @param managers addresses of the swarm's managers, with port; empty where nobody asked
 * @param tokens with which others join; only of a manager
 * @param nodes all nodes of the swarm; only of a manager
 */
public record SwarmObservation(
    State state,
    Optional<String> cluster,
    String nodeId,
    Role role,
    String address,
    String trouble,
    List<String> managers,
    Optional<Tokens> tokens,
    List<SwarmNode> nodes) {
  public SwarmObservation {
    managers = List.copyOf(managers);
    nodes = List.copyOf(nodes);
  }

  /** How the engine is doing. */
  public enum State {
    /** It runs, and is in no swarm, or in one and well. */
    WELL,
    /** It runs, and its place in the swarm does not work. */
    BROKEN,
    /** It does not run; its files say what it would be. */
    STOPPED
  }

  /** What others need to join. */
  public record Tokens(Secret worker, Secret manager) {}

  static SwarmObservation outside(State state, String trouble) {
    return new SwarmObservation(
        state,
        Optional.empty(),
        "",
        Role.NONE,
        "",
        trouble,
        List.of(),
        Optional.empty(),
        List.of());
  }

  static SwarmObservation member(State state, SwarmCertificate certificate, String trouble) {
    return new SwarmObservation(
        state,
        Optional.of(certificate.cluster()),
        certificate.nodeId(),
        certificate.role(),
        "",
        trouble,
        List.of(),
        Optional.empty(),
        List.of());
  }

  boolean isMember() {
    return cluster.isPresent();
  }

  /** Whether it can say what the swarm is. */
  boolean manages() {
    return tokens.isPresent();
  }

  /** Where others join, with port; empty if this node is no manager, or does not know yet. */
  Optional<String> managerAddress() {
    return nodes.stream()
        .filter(node -> node.id().equals(nodeId))
        .flatMap(node -> node.managerAddress().stream())
        .filter(at -> !at.startsWith("0.0.0.0"))
        .findFirst();
  }

  SwarmObservation seen(String at, List<String> by) {
    return new SwarmObservation(state, cluster, nodeId, role, at, trouble, by, tokens, nodes);
  }
}
