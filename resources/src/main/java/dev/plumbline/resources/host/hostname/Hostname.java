package dev.plumbline.resources.host.hostname;

import dev.plumbline.resources.Failure;
import java.util.Optional;

/** The name that a node gives itself. */
public interface Hostname {
  /** The name that the kernel has now. */
  String running() throws Failure;

  /**
   * The name that the node will have after a restart; empty if {@code /etc/hostname} is missing or
   * names nothing.
   */
  Optional<String> stored() throws Failure;

  /** Sets both. */
  void set(String name) throws Failure;
}
