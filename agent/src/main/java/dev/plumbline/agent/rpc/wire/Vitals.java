package dev.plumbline.agent.rpc.wire;

/**
 * How the machine is.
 *
 * @param load of the last minute
 * @param memoryAvailable in bytes
 */
public record Vitals(double load, long memoryAvailable) {}
