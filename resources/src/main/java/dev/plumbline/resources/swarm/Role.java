package dev.plumbline.resources.swarm;

import java.util.Locale;

/** What a node is in the swarm. */
public enum Role {
  MANAGER,
  WORKER,
  /** It is in no swarm. */
  NONE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
