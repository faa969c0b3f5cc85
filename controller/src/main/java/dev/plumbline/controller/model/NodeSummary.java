package dev.plumbline.controller.model;

import java.time.Duration;

/**
 * What a run came to on one node.
 *
 * @param changed how many steps changed something; after plan and drift: how many would
 * @param note for a person; empty if there is nothing to say
 */
public record NodeSummary(
    String node,
    NodeState state,
    int changed,
    int unchanged,
    int waiting,
    int skipped,
    int failed,
    Duration duration,
    String note) {}
