package dev.plumbline.controller.job;

import java.time.Duration;

/**
 * How long a job waits for what.
 *
 * @param restarted for agents to find a controller that has just started
 * @param nodeLost for a node whose session ended, before it counts as lost
 * @param checked for the answers to the checks
 * @param settled for parts of a node that have just started to find each other
 * @param observed for a node that compares itself with its last applied revision
 * @param started for a program that was told to start
 * @param ended for {@code mpirun} to end its ranks, before the agents end what is left
 * @param cleaned for nodes to have nothing left of a job
 * @param stalled for a transfer that does not move
 */
public record Deadlines(
    Duration restarted,
    Duration nodeLost,
    Duration checked,
    Duration settled,
    Duration observed,
    Duration started,
    Duration ended,
    Duration cleaned,
    Duration stalled) {
  public static final Deadlines USUAL =
      new Deadlines(
          Duration.ofSeconds(10),
          Duration.ofSeconds(120),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(6),
          Duration.ofSeconds(10),
          Duration.ofMinutes(5));
}
