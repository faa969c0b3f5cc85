package dev.plumbline.controller.run;

import dev.plumbline.controller.model.Bundle;
import dev.plumbline.controller.model.Verb;
import java.util.List;
import java.util.Optional;

/**
 * What a caller wants.
 *
 * @param bundle empty for a drift check
 * @param limit names of nodes; empty for all
 * @param unreached nodes that first contact could not reach
 * @param user who asks, as the kernel tells
 */
public record RunRequest(
    Verb verb,
    Optional<Bundle> bundle,
    List<String> limit,
    List<Unreached> unreached,
    String user) {
  public RunRequest {
    limit = List.copyOf(limit);
    unreached = List.copyOf(unreached);
  }

  /** A node without an agent that could be reached. */
  public record Unreached(String node, String message, String remedy) {}
}
