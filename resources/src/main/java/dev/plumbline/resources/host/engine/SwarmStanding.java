package dev.plumbline.resources.host.engine;

import dev.plumbline.resources.Secret;

/** How an engine sees its place in a swarm. */
public sealed interface SwarmStanding {
  /**
   * It manages one.
   *
   * @param cluster the id of the swarm
   * @param workerToken with which others join as workers
   * @param managerToken with which others join as managers
   */
  record Managing(String cluster, Secret workerToken, Secret managerToken)
      implements SwarmStanding {}

  /** It works in one. */
  record Working() implements SwarmStanding {}

  /** It is in none. */
  record Outside() implements SwarmStanding {}

  /**
   * It is in one, and something is wrong.
   *
   * @param message what the engine says of it
   */
  record Troubled(String message) implements SwarmStanding {}
}
