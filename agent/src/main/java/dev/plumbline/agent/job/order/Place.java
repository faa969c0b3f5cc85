package dev.plumbline.agent.job.order;

/**
 * A node of a job.
 *
 * @param port only where the others are to be reached: where that node listens
 */
public record Place(String node, String address, int slots, int ranks, int port) {}
