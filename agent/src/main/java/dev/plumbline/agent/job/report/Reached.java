package dev.plumbline.agent.job.report;

/**
 * Whether another node was reached.
 *
 * @param failure empty if it went well
 * @param mtu of the largest packet that passed, in bytes
 */
public record Reached(String node, String failure, int mtu) {}
