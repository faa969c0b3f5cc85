package dev.plumbline.controller.cluster;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which jobs run on which nodes, so that nothing is changed under them. */
public final class Occupants {
  private final Signal signal;
  private volatile Map<String, String> byNode = Map.of();

  Occupants(Signal signal) {
    this.signal = signal;
  }

  /** The job that runs on a node, as people call it; empty if none does. */
  public Optional<String> of(String node) {
    return Optional.ofNullable(byNode.get(node));
  }

  /** Replaces all of it. */
  public void set(Map<String, String> now) {
    Map<String, String> before = byNode;
    byNode = Map.copyOf(now);
    Set<String> moved = new HashSet<>(before.keySet());
    moved.addAll(now.keySet());
    moved.removeIf(node -> Optional.ofNullable(before.get(node)).equals(of(node)));
    moved.forEach(signal::raise);
  }
}
