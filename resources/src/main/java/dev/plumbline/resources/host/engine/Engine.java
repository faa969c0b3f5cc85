package dev.plumbline.resources.host.engine;

import dev.plumbline.resources.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The Docker engine of a node, through its API.
 *
 * <p>systemd may listen on the engine's socket and start the engine for whoever asks: see that it
 * runs before asking it anything that is only to be read.
 */
public interface Engine {
  /** Whether the engine answers; false if nobody listens on its socket. */
  boolean answers() throws Failure;

  /**
   * Waits until an engine that was just started answers, and has found its place in its swarm.
   *
   * @throws Failure if it does not come to that in time
   */
  void awaitReady(Duration limit) throws Failure;

  /**
   * Has the engine read its configuration again.
   *
   * @param reload tells it to
   * @return whether the engine says that it did; it stays silent about a configuration that it
   *     refuses
   */
  boolean reloads(Reload reload) throws Failure;

  /** How the engine sees its place in a swarm. */
  SwarmStanding swarm() throws Failure;

  /** More of the same; costs the engine more. */
  SwarmDetails swarmDetails() throws Failure;

  /** Makes a new swarm with this node as its manager; returns when it works. */
  void initSwarm(SwarmEntrance entrance) throws Failure;

  /**
   * Joins a swarm; returns when the node is ready in it. A failed attempt leaves nothing behind.
   */
  void joinSwarm(SwarmEntrance entrance, SwarmInvitation invitation) throws Failure;

  /** Makes a manager a worker; returns when it is one. Others must be managers. */
  void stepDown() throws Failure;

  /**
   * Leaves the swarm.
   *
   * @param force also where a manager leaves
   */
  void leaveSwarm(boolean force) throws Failure;

  /** All nodes of the swarm; managers only. */
  List<SwarmNode> nodes() throws Failure;

  /** Changes what a swarm says of one of its nodes; managers only. */
  void updateNode(String id, SwarmNodeUpdate update) throws Failure;

  /**
   * Takes a node out of the list of a swarm, also one that looks alive; managers only. One that is
   * not in it is fine.
   */
  void removeNode(String id) throws Failure;

  /**
   * Looks at the nodes of the swarm again and again; managers only.
   *
   * @return whether they came to be as expected within that time
   */
  boolean awaitNodes(Predicate<List<SwarmNode>> expected, Duration limit) throws Failure;

  /** The network with exactly that name: the swarm's, where another has the name too. */
  Optional<EngineNetwork> network(String name) throws Failure;

  /** Makes a network; its id does not matter. One that is there already is fine. */
  void createNetwork(EngineNetwork network) throws Failure;

  /**
   * Removes a network. One that is not there is fine.
   *
   * @return what uses it, if it could not be removed because of that
   */
  Optional<String> removeNetwork(String id) throws Failure;

  /** Tells the engine to read its configuration again. */
  @FunctionalInterface
  interface Reload {
    void run() throws Failure;
  }
}
