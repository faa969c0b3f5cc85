package dev.plumbline.controller.client;

/**
 * How a run went on one node; the numbers count resources.
 *
 * @param note why the state is what it is; empty if there is nothing to say
 */
public record NodeSummary(
    String node,
    NodeState state,
    int changed,
    int unchanged,
    int waiting,
    int skipped,
    int failed,
    long durationMs,
    String note) {
  public NodeSummary withoutNote() {
    return new NodeSummary(
        node, state, changed, unchanged, waiting, skipped, failed, durationMs, "");
  }
}
