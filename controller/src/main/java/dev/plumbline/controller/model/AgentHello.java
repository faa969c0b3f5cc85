package dev.plumbline.controller.model;

import java.util.Map;

/**
 * What an agent says of itself when it connects.
 *
 * @param instance chosen at random at each start of the agent; empty if it does not say
 * @param build the hash of the agent's jars
 * @param kinds the schema version of every kind that it knows, by printed name
 * @param catalogHash the hash of the last applied catalog; empty if there is none
 * @param hostKey SHA-256 fingerprint of the SSH host key; empty if there is none
 * @param running the request that it is still carrying out; empty if none
 */
public record AgentHello(
    String node,
    String machineId,
    String bootId,
    String instance,
    String build,
    Map<String, Integer> kinds,
    String catalogHash,
    long revision,
    String hostKey,
    String running) {
  public AgentHello {
    kinds = Map.copyOf(kinds);
  }
}
