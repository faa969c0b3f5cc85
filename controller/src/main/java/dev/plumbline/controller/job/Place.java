package dev.plumbline.controller.job;

/**
 * A node's part in a job.
 *
 * @param slots all that the node has
 * @param ranks how many processes run there
 */
public record Place(String node, String address, int slots, int ranks) {}
