package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.NodeState;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.resources.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What a plan or a drift check found out about one node.
 *
 * @param note why the state is what it is; may be empty
 * @param plan empty if there is none: the node is offline, has no agent, or failed
 */
public record NodeResult(
    String node,
    NodeState state,
    String note,
    Optional<Plan> plan,
    List<RunEvent.Failed> failures,
    boolean agentMissing) {
  public NodeResult {
    failures = List.copyOf(failures);
  }
}
