package dev.plumbline.resources.host.reachability;

import dev.plumbline.resources.Failure;
import java.util.Optional;

/** Whether other machines can be reached from a node. */
public interface Reachability {
  /**
   * Tries to open a TCP connection, for a few seconds at most.
   *
   * @return why it cannot be opened; empty if it can
   */
  Optional<String> obstacle(String host, int port) throws Failure;
}
