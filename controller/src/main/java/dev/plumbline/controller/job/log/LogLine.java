package dev.plumbline.controller.job.log;

/**
 * A line of a job's log.
 *
 * @param node whose log it came in; empty: said by the controller
 * @param text without the end of the line
 * @param next the offset of the line after it
 */
public record LogLine(String node, String text, long next) {}
