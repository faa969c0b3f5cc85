package dev.plumbline.controller.job;

import java.time.Duration;

/**
 * What a job took on a node.
 *
 * @param cpu of user and system
 * @param memoryPeak bytes
 */
public record Usage(Duration cpu, long memoryPeak) {}
