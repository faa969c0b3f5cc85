package dev.plumbline.agent.rpc.wire;

import dev.plumbline.resources.ResourceType;
import java.util.List;

/**
 * What the agent says first.
 *
 * @param machineId of machine-id(5)
 * @param bootId changes with each start of the machine
 * @param instance changes with each start of the agent
 * @param build the hash of the agent's jars and runtime
 * @param catalogHash of the last applied catalog; empty if there is none
 * @param revision of the last applied catalog
 * @param hostKey SHA-256 fingerprint of the SSH host key; empty if there is none
 * @param running id of the request that is being carried out; empty if there is none
 */
public record Greeting(
    String node,
    String machineId,
    String bootId,
    String instance,
    String build,
    List<ResourceType<?>> kinds,
    String catalogHash,
    long revision,
    String hostKey,
    String running) {
  public Greeting {
    kinds = List.copyOf(kinds);
  }
}
