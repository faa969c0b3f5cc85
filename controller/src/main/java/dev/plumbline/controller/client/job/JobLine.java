package dev.plumbline.controller.client.job;

/**
 * A line of a job's log.
 *
 * @param node empty: of no node in particular
 * @param rank -1: of no rank
 * @param error whether it was written to standard error
 * @param text without the end of the line
 * @param nextOffset of the log, to go on from
 */
public record JobLine(String node, int rank, boolean error, String text, long nextOffset) {}
