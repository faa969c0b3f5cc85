package dev.plumbline.agent.job.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A job as it was given to its nodes.
 *
 * @param ranks of MPI, over all nodes
 * @param places all nodes of the job, the head first
 * @param command program and arguments; the arguments only if it is a Java program
 * @param memoryPerRank in bytes; 0 is no limit
 * @param user who its programs run as
 * @param network the CIDR for MPI; empty for the network of the node's address
 */
public record Work(
    String name,
    Kind kind,
    int ranks,
    List<Place> places,
    List<String> command,
    List<Input> inputs,
    Map<String, String> env,
    long memoryPerRank,
    Mpi mpi,
    String user,
    String network,
    Optional<Java> java) {
  public Work {
    places = List.copyOf(places);
    command = List.copyOf(command);
    inputs = List.copyOf(inputs);
    env = new TreeMap<>(env);
  }

  /** The place of a node. */
  public Optional<Place> place(String node) {
    return places.stream().filter(place -> place.node().equals(node)).findFirst();
  }

  /** Whether the program of this job is started on a node by an order, and not by MPI. */
  public boolean startsOn(String node) {
    return kind == Kind.COMMAND || places.getFirst().node().equals(node);
  }

  /** The ranks of MPI on a node, counted where the order leaves them open. */
  public int ranksOn(Place place) {
    return place.ranks() > 0 ? place.ranks() : place.slots();
  }

  /** All ranks of MPI. */
  public int allRanks() {
    return ranks > 0 ? ranks : places.stream().mapToInt(this::ranksOn).sum();
  }
}
