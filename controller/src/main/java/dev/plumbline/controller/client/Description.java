package dev.plumbline.controller.client;

/**
 * A controller that runs.
 *
 * @param agentPort the TCP port that agents dial
 * @param busy whether a run is under way
 */
public record Description(String build, String cluster, long pid, int agentPort, boolean busy) {}
